package dev.huntgate.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** GraphiQL as a person uses it: a query on the left, a button, an answer on the right. */
final class GraphiqlPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Page page;

  private GraphiqlPage(Page page) {
    this.page = page;
  }

  /** Opens GraphiQL with a query that is there already. */
  static GraphiqlPage open(Page page, URI address, String query) {
    page.navigate(address + "?query=" + encode(query));
    return new GraphiqlPage(page);
  }

  /** Opens GraphiQL as a newcomer does, with nothing but its address. */
  static GraphiqlPage open(Page page, URI address) {
    page.navigate(address.toString());
    return new GraphiqlPage(page);
  }

  /** The names on the tabs, once all of them are there. */
  List<String> tabs(int count) {
    assertThat(page.locator(".graphiql-tab-button")).hasCount(count);
    return page.locator(".graphiql-tab-button").allInnerTexts();
  }

  void choose(String tab) {
    page.locator(".graphiql-tab-button")
        .filter(new Locator.FilterOptions().setHasText(tab))
        .click();
    assertThat(page.locator(".graphiql-query-editor")).containsText(tab);
  }

  /** Puts this query in the place of what is there. */
  void type(String query) {
    replace(page.locator(".graphiql-query-editor .CodeMirror"), query);
  }

  /** Puts these variables in the place of what is there. */
  void typeVariables(String json) {
    page.locator(".graphiql-editor-tools").getByText("Variables").click();
    replace(page.locator(".graphiql-editor-tool .CodeMirror:visible"), json);
  }

  /** Puts these headers in the place of what is there. */
  void typeHeaders(String json) {
    page.locator(".graphiql-editor-tools").getByText("Headers").click();
    replace(page.locator(".graphiql-editor-tool .CodeMirror:visible"), json);
  }

  private void replace(Locator editor, String text) {
    editor.click();
    page.keyboard().press("ControlOrMeta+A");
    // Not key by key: the editor would close each bracket a second time.
    page.keyboard().insertText(text);
  }

  /** Presses the button, and leaves the answer to come. */
  void execute() {
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Execute query")))
        .click();
  }

  /**
   * Presses the button and reads the answer off the page.
   *
   * @param shown a text that has to be seen before the answer counts as there
   */
  JsonNode execute(String shown) throws JsonProcessingException {
    execute();
    assertThat(answer()).containsText(shown);
    // The pane draws only the lines that are in sight; its editor knows all of them.
    Object text = answer().locator(".CodeMirror").evaluate("pane => pane.CodeMirror.getValue()");
    return JSON.readTree((String) text);
  }

  /** The pane with the answer. */
  Locator answer() {
    return page.locator(".graphiql-response");
  }

  /** Opens the documentation that GraphiQL reads off the schema. */
  Locator documentation() {
    page.getByLabel("Show Documentation Explorer").click();
    return page.locator(".graphiql-plugin");
  }

  void hideVariables() {
    page.getByLabel("Hide editor tools").click();
  }

  /** Saves what is in sight, with the pointer out of the way. */
  void picture(Path file) {
    page.mouse().move(0, 0);
    page.waitForTimeout(300);
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  private static String encode(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
