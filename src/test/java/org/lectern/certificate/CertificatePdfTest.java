package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CertificatePdfTest {

  static final Serial SERIAL = new Serial("7ZK4-M2QP-0D9T-XW3B-G");

  private final CertificatePdf pdf;

  CertificatePdfTest(CertificatePdf pdf) {
    this.pdf = pdf;
  }

  static PrintedFacts facts(String holder) {
    return facts(holder, "United Nations Human Rights Responsibilities", "en");
  }

  static PrintedFacts facts(String holder, String title, String language) {
    return new PrintedFacts(holder, "un-human-rights-responsibilities", title, "full", "Full path",
        List.of(1, 2, 3, 4, 5, 6, 7), "1.0+0123456789ab", language, LocalDate.of(2026, 11, 21),
        LocalDate.of(2026, 11, 21), 240, 90, List.of("Inspira LMS-2302"), "has completed the mandatory course",
        "Lectern", "https://learn.example.org", Optional.empty());
  }

  @Test
  void draws() throws IOException {
    var out = Files.createDirectories(Path.of("target/certificates"));
    var name200 = "María del Carmen Wolfeschlegelsteinhausenbergerdorff ".repeat(4).substring(0, 200);
    Files.write(out.resolve("english.pdf"), pdf.of(facts("Ada Okonkwo-Lindström"), SERIAL));
    Files.write(out.resolve("arabic.pdf"), pdf.of(facts("محمد عبد الرحمن الطيّب"), SERIAL));
    Files.write(out.resolve("han.pdf"), pdf.of(facts("欧阳娜娜 (歐陽娜娜)"), SERIAL));
    Files.write(out.resolve("cyrillic.pdf"), pdf.of(facts("Екатерина Владимировна Щербакова"), SERIAL));
    Files.write(out.resolve("long.pdf"),
        pdf.of(facts(name200, ("Responsibilities and " + "Obligations ".repeat(20)).substring(0, 200), "en"), SERIAL));
    Files.write(out.resolve("word.pdf"), pdf.of(facts("W".repeat(200), "W".repeat(200), "en"), SERIAL));
    Files.write(out.resolve("arabic-page.pdf"),
        pdf.of(facts("Ada Okonkwo", "حقوق الإنسان: مسؤوليات الأمم المتحدة", "ar").again("محمد عبد الرحمن", SERIAL,
            LocalDate.of(2027, 1, 3), "https://learn.example.org"), SERIAL));
    for (var i = 0; i < 12; i++) {
      var t = System.nanoTime();
      pdf.of(facts("Ada 欧 محمد " + i), SERIAL);
      System.out.println("millis " + (System.nanoTime() - t) / 1_000_000);
    }
    try (var document = Loader.loadPDF(pdf.of(facts("Ada"), SERIAL))) {
      System.out.println(new PDFTextStripper().getText(document));
    }
    assertThat(pdf.of(facts("Ada"), SERIAL)).isEqualTo(pdf.of(facts("Ada"), SERIAL));
  }
}
