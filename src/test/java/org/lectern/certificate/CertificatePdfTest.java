package org.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import com.google.zxing.qrcode.QRCodeReader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is drawn is also kept in {@code target/certificates}, to be looked at. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CertificatePdfTest {

  private static final Serial SERIAL = new Serial("7ZK4-M2QP-0D9T-XW3B-G");
  private static final String TITLE = "United Nations Human Rights Responsibilities";
  private static final String ARABIC = "محمد عبد الرحمن الطيّب";
  private static final String HAN = "欧阳娜娜 (歐陽娜娜)";
  private static final String CYRILLIC = "Екатерина Владимировна Щербакова";

  private final CertificatePdf pdf;

  CertificatePdfTest(CertificatePdf pdf) {
    this.pdf = pdf;
  }

  private static PrintedFacts facts(String holder, String title, String language) {
    return new PrintedFacts(holder, "un-human-rights-responsibilities", title, "full", "Full path",
        List.of(1, 2, 3, 4, 5, 6, 7), "1.0+0123456789ab", language, LocalDate.of(2026, 11, 21),
        LocalDate.of(2026, 11, 21), 240, 87, List.of("Inspira LMS-2302"), "has completed the mandatory course",
        "Lectern", "https://learn.example.org", Optional.empty());
  }

  private static PrintedFacts facts(String holder) {
    return facts(holder, TITLE, "en");
  }

  private PDDocument draw(String file, PrintedFacts facts) throws IOException {
    var bytes = pdf.of(facts, SERIAL);
    Files.write(Files.createDirectories(Path.of("target/certificates")).resolve(file + ".pdf"), bytes);
    return Loader.loadPDF(bytes);
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  @Test
  void everyFactIsPrintedButTheScore() throws IOException {
    try (var document = draw("english", facts("Ada Okonkwo-Lindström"))) {
      assertThat(text(document)).contains("Certificate of completion", "Ada Okonkwo-Lindström",
          "has completed the mandatory course", TITLE, "Full path · modules 1–7 · 240 minutes",
          "Version 1.0 · English · Inspira LMS-2302", "Completed on 21 November 2026", SERIAL.text(),
          "https://learn.example.org/verify/" + SERIAL).doesNotContain("87");
    }
  }

  @Test
  void anIssueAgainSaysWhatItReplaces() throws IOException {
    var old = Serial.random();
    var again = facts("Ada").again("Ada Okonkwo", old, LocalDate.of(2027, 1, 3), "https://learn.example.org");
    try (var document = draw("again", again)) {
      assertThat(text(document)).contains("Completed on 21 November 2026", "Issued again on 3 January 2027",
          "Replaces " + old);
    }
  }

  @Test
  void thePageIsTaggedAndSaysWhatItIs() throws IOException {
    try (var document = draw("english", facts("Ada Okonkwo-Lindström"))) {
      var catalog = document.getDocumentCatalog();
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(594f, 596f);
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Certificate of completion: Ada Okonkwo-Lindström, " + TITLE);
      assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
          .containsPattern("pdfaid:part>2<")
          .containsPattern("pdfaid:conformance>A<")
          .containsPattern("pdfuaid:part>1<")
          .contains("2026-11-21T00:00:00Z");
    }
  }

  @Test
  void theSameFactsGiveTheSameBytesWhateverWasDrawnBefore() {
    var first = pdf.of(facts(HAN), SERIAL);
    pdf.of(facts(ARABIC), Serial.random());
    assertThat(pdf.of(facts(HAN), SERIAL)).isEqualTo(first);
    assertThat(pdf.of(facts(HAN), Serial.random())).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {ARABIC, HAN, CYRILLIC, "Nguyễn Thị Minh Khai", "Şükrü Ağaoğlu", "Ελένη Παπαδοπούλου",
      "יוסף כהן", "გიორგი", "山田花子 ヤマダ"})
  void namesInManyScriptsArePrintedInFontsThatAreInTheFile(String name) throws IOException {
    try (var document = draw("name-" + name.codePointAt(0), facts(name))) {
      if (!name.equals(ARABIC)) {
        assertThat(Normalizer.normalize(text(document), Normalizer.Form.NFKC)).contains(name);
      }
      var resources = document.getPage(0).getResources();
      assertThat(StreamSupport.stream(resources.getFontNames().spliterator(), false)
          .map(font -> font(resources, font))
          .toList()).isNotEmpty().allSatisfy(font -> {
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
          });
    }
  }

  private static org.apache.pdfbox.pdmodel.font.PDFont font(org.apache.pdfbox.pdmodel.PDResources from, COSName name) {
    try {
      return from.getFont(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void arabicLettersAreJoinedAndReadAsTheyAreWritten() throws IOException {
    try (var document = draw("arabic", facts(ARABIC))) {
      var drawn = text(document);
      assertThat(drawn).contains("\u0645\u062D\u0645\u062F");
      var root = document.getDocumentCatalog().getStructureTreeRoot();
      assertThat(elements(root).filter(element -> "H2".equals(element.getStructureType())))
          .extracting(PDStructureElement::getActualText)
          .containsExactly(ARABIC);
    }
  }

  @Test
  void theSquareCodeHasWordsToo() throws IOException {
    try (var document = draw("english", facts("Ada Okonkwo-Lindström"))) {
      var root = document.getDocumentCatalog().getStructureTreeRoot();
      assertThat(elements(root).filter(element -> "Figure".equals(element.getStructureType())))
          .extracting(PDStructureElement::getAlternateDescription)
          .containsExactly("QR code that leads to https://learn.example.org/verify/" + SERIAL);
    }
  }

  private static Stream<PDStructureElement> elements(PDStructureNode node) {
    return node.getKids()
        .stream()
        .filter(PDStructureElement.class::isInstance)
        .map(PDStructureElement.class::cast)
        .flatMap(element -> Stream.concat(Stream.of(element), elements(element)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"María del Carmen Wolfeschlegelsteinhausenbergerdorff ", "W", "欧", "Щербакова ", "محمد "})
  void namesAndTitlesOfTwoHundredCharactersFit(String part) throws IOException {
    var text = part.repeat(200).substring(0, 200).strip();
    try (var document = draw("long-" + part.codePointAt(0), facts(text, text, "en"))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(text(document)).contains("Version 1.0 · English", "Completed on", SERIAL.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script> & \"Ada\" ]]> &nbsp;", "{sheet.serial} {#if}",
      "Ada 👩🏽‍🚀 \uD800 \u0000\u000B\uFFFE",
      "\u202Eada\u202C", "नरेन्द्र", "a\u0301\u0301\u0301"})
  void whateverTheNameItIsDrawnAsText(String name) throws IOException {
    try (var document = draw("hostile-" + name.length(), facts(name))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(text(document)).contains("has completed the mandatory course");
    }
  }

  @Test
  void theSquareCodeLeadsToTheVerification() throws Exception {
    try (var document = draw("english", facts("Ada Okonkwo-Lindström"))) {
      var picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
      var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
      var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
      assertThat(read(source)).isEqualTo("https://learn.example.org/verify/" + SERIAL);
    }
  }

  private static String read(RGBLuminanceSource source) throws NotFoundException {
    var reader = new GenericMultipleBarcodeReader(new QRCodeReader());
    return reader.decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)))[0].getText();
  }
}
