package dev.huntgate.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system's own Chromium, headless and silent towards the network. */
final class SystemChromium implements AutoCloseable {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final double PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  SystemChromium() {
    // The first hunt over a table brings it up before.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Path executable =
        Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    assertTrue(
        Files.isExecutable(executable),
        () -> "There is no Chromium at " + executable + "; say where in CHROMIUM.");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
  }

  /** A page with storage of its own, as a newcomer's. */
  Page newPage() {
    return browser.newPage(
        new Browser.NewPageOptions().setViewportSize(WIDTH, HEIGHT).setDeviceScaleFactor(1));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
