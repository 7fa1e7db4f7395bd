package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.graphql.view.PageInfoView;
import dev.huntgate.graphql.view.SeverityView;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyFetcherTest {

  private static final String LEFT = "left to SmallRye";

  public record Thing(
      String text,
      int number,
      @Nullable Boolean flag,
      SeverityView severity,
      PageInfoView page,
      List<String> texts,
      List<PageInfoView> pages,
      JsonValue json,
      Instant time,
      long large,
      double real,
      List<Instant> times,
      Object any) {

    public String broken() {
      throw new IllegalStateException("broken");
    }
  }

  public record Other(int text) {}

  private static final PageInfoView PAGE = new PageInfoView(true, false, "a", "b");
  private static final Thing THING =
      new Thing(
          "t",
          7,
          null,
          SeverityView.HIGH,
          PAGE,
          List.of("u"),
          List.of(PAGE),
          JsonValue.TRUE,
          Instant.EPOCH,
          1,
          2.5,
          List.of(Instant.EPOCH),
          "x");

  @Test
  void readsWhatIsTheSameInJavaAndGraphQl() throws Exception {
    assertEquals(
        Arrays.asList(
            "t", 7, null, SeverityView.HIGH, PAGE, List.of("u"), List.of(PAGE), JsonValue.TRUE),
        Arrays.asList(
            read("text"),
            read("number"),
            read("flag"),
            read("severity"),
            read("page"),
            read("texts"),
            read("pages"),
            read("json")));
  }

  @Test
  void writesTimesAsText() throws Exception {
    assertEquals("1970-01-01T00:00:00Z", read("time"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"large", "real", "times", "any", "unknown"})
  void leavesToSmallRye_whatHasAnotherForm(String field) throws Exception {
    assertEquals(LEFT, read(field));
  }

  @Test
  void leavesToSmallRye_whatIsNoRecord() throws Exception {
    assertEquals(LEFT, fetcher("bytes").get(of("a string")));
    assertEquals(LEFT, fetcher("text").get(of(null)));
  }

  @Test
  void readsEachClassByItsOwn_whenOneFieldHasSeveral() throws Exception {
    PropertyFetcher fetcher = fetcher("text");

    assertEquals("t", fetcher.get(of(THING)));
    assertEquals(8, fetcher.get(of(new Other(8))));
    assertEquals("t", fetcher.get(of(THING)));
  }

  @Test
  void fails_whenTheMethodDoes() {
    assertThrows(InvocationTargetException.class, () -> read("broken"));
  }

  private static @Nullable Object read(String field) throws Exception {
    return fetcher(field).get(of(THING));
  }

  private static PropertyFetcher fetcher(String field) {
    return new PropertyFetcher(field, environment -> LEFT);
  }

  private static DataFetchingEnvironment of(@Nullable Object source) {
    return DataFetchingEnvironmentImpl.newDataFetchingEnvironment().source(source).build();
  }
}
