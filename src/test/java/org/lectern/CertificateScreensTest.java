package org.lectern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.lectern.certificate.Graduate;
import org.lectern.platform.TestDatabase;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of certificates in a browser; pictures of them are kept in {@code target/certificates}. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("browser")
@EnabledIf("org.lectern.Chromium#isWanted")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateScreensTest {

  @TestHTTPResource
  String address;

  private Chromium chromium;

  @BeforeAll
  void openBrowser() {
    chromium = new Chromium();
  }

  @AfterAll
  void closeBrowser() {
    chromium.close();
  }

  private BrowserContext windowOf(Graduate person, int width) {
    var window = chromium.window(address, true, width, 800);
    Chromium.signIn(window, address, person.token());
    return window;
  }

  private static void looksGood(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/certificates/" + name + ".png")).setFullPage(true));
    assertThat(Chromium.axe(page).analyze().getViolations()).as(name).isEmpty();
    var wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(wider).as("%s is wider than the window", name).isEqualTo(0);
  }

  @Test
  void aFileIsComparedWithoutLeavingTheBrowser() throws IOException {
    var graduate = Graduate.joins("Ada Okonkwo");
    var serial = graduate.passes();
    var bytes = graduate.browser().accept("*/*").get("/certificates/" + serial + ".pdf").asByteArray();
    var file = Files.write(Files.createTempFile("certificate", ".pdf"), bytes);
    bytes[bytes.length / 2]++;
    var changed = Files.write(Files.createTempFile("certificate", ".pdf"), bytes);
    try (var window = chromium.window(address, true, 1280, 800)) {
      var page = window.newPage();
      page.navigate("/verify/" + serial);

      page.getByLabel("Choose the PDF file").setInputFiles(changed);
      assertThat(page.locator("#compared")).containsText("This is not the file that was issued");

      page.getByLabel("Choose the PDF file").setInputFiles(file);
      assertThat(page.locator("#compared")).containsText("This is the file that was issued, unchanged.");
      looksGood(page, "verification");

      page.evaluate("""
          () => {
            const read = Blob.prototype.arrayBuffer;
            window.held = [];
            Blob.prototype.arrayBuffer = function () {
              return new Promise(done => held.push(() => done(read.call(this))));
            };
          }
          """);
      page.getByLabel("Choose the PDF file").setInputFiles(changed);
      page.getByLabel("Choose the PDF file").setInputFiles(file);
      page.waitForCondition(() -> page.evaluate("held.length").equals(2));
      page.evaluate("held[1]()");
      assertThat(page.locator("#compared")).containsText("This is the file that was issued, unchanged.");
      page.evaluate("async () => { held[0](); await new Promise(done => setTimeout(done, 200)); }");
      assertThat(page.locator("#compared")).containsText("This is the file that was issued, unchanged.");
    }
  }

  @Test
  void withoutScriptsThereIsTheHashAndHowToCompareIt() {
    var serial = Graduate.joins("Ada").passes();
    try (var window = chromium.window(address, false, 360, 800)) {
      var page = window.newPage();
      page.navigate("/verify/" + serial);

      assertThat(page.locator("#compare")).isHidden();
      assertThat(page.locator("#sha256")).hasText(java.util.regex.Pattern.compile("[0-9a-f]{64}"));
      assertThat(page.getByText("Compare it by hand")).isVisible();
    }
  }

  @Test
  void thePagesOfACertificateAreInOrderOnWideAndNarrowWindows() {
    var graduate = Graduate.joins("محمد عبد الرحمن Wolfeschlegelsteinhausenbergerdorff");
    var administrator = Graduate.administrator("Grace Hopper");
    var standing = graduate.passes();
    var revoked = Graduate.joins("Ada").passes();
    administrator.api()
        .body(Map.of("reason", "the identity was not theirs", "publicText", "Issued in error"))
        .post("/api/v1/admin/certificates/" + revoked + "/revocation");
    for (var width : new int[]{1280, 320}) {
      try (var window = windowOf(administrator, width)) {
        var page = window.newPage();
        Map.of("certificate", "/certificates/" + standing, "certificate-revoked", "/certificates/" + revoked,
            "revocation", "/certificates/" + standing + "/revocation",
            "reissue", "/certificates/" + standing + "/reissue",
            "verify", "/verify?serial=nonsense",
            "verification-revoked", "/verify/" + revoked).forEach((name, path) -> {
              page.navigate(path);
              looksGood(page, name + "-" + width);
            });
      }
    }
  }
}
