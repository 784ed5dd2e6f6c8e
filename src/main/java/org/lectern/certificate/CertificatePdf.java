package org.lectern.certificate;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.jboss.logging.Logger;
import org.lectern.platform.LanguageNames;
import org.lectern.platform.Languages;
import org.lectern.platform.Moments;
import org.w3c.dom.Element;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;

/**
 * Draws a certificate: one landscape A4 page whose content also fits on Letter, tagged (PDF/UA-1) and made for keeping
 * (PDF/A-2a), with its fonts inside. The same facts always give the same bytes.
 */
@ApplicationScoped
public class CertificatePdf {

  private static final String PRODUCER = "Lectern";

  /** The families that the template's style names; only those that a text needs are read. */
  private static final List<Font> FONTS = List.of(
      new Font("Certificate Serif", 400, "NotoSerif-Regular.ttf"),
      new Font("Certificate Serif", 600, "NotoSerif-SemiBold.ttf"),
      new Font("Certificate Arabic", 400, "NotoNaskhArabic-Regular.ttf"),
      new Font("Certificate Han", 400, "DroidSansFallbackFull.ttf"),
      new Font("Certificate Other", 400, "DejaVuSans.ttf"));

  private record Font(String family, int weight, String file) {

    InputStream open() {
      var stream = CertificatePdf.class.getResourceAsStream("/fonts/" + file);
      if (stream == null) {
        throw new IllegalStateException("font missing: " + file);
      }
      return stream;
    }
  }

  /** What a template needs besides the facts. */
  record Sheet(
      PrintedFacts facts,
      String serial,
      String holder,
      String holderDirection,
      String holderSize,
      String titleSize,
      String language,
      String completedOn,
      String issuedOn,
      String languageName,
      String codes,
      String verifyAt) {}

  @CheckedTemplate(basePath = "certificate")
  static class Templates {
    private Templates() {}

    static native TemplateInstance sheet(Sheet sheet);
  }

  private final Languages languages;
  private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

  CertificatePdf(Languages languages) {
    this.languages = languages;
    XRLog.setLoggerImpl(new Forwarding());
  }

  /** The certificate as a file. */
  byte[] of(PrintedFacts facts, Serial serial) {
    var sheet = sheet(facts, serial);
    var page = Templates.sheet(sheet)
        .setAttribute(MessageBundles.ATTRIBUTE_LOCALE, Locale.forLanguageTag(sheet.language()))
        .render();
    return draw(printable(page), facts, serial);
  }

  /** The fixed words are in the language of the certificate where the interface speaks it. */
  private Sheet sheet(PrintedFacts facts, Serial serial) {
    var holder = Normalizer.normalize(facts.holder(), Normalizer.Form.NFC);
    var language = languages.ofInterface().contains(facts.language())
        ? facts.language()
        : languages.ofInterface().getFirst();
    return new Sheet(facts, serial.text(), holder, direction(holder), size(holder), size(facts.courseTitle()), language,
        date(facts.completedOn(), language), date(facts.issuedOn(), language),
        LanguageNames.nameOf(facts.language()), String.join(", ", facts.codes()), facts.verifyAt(serial));
  }

  /** The direction of the first letter that has one. */
  static String direction(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .filter(CertificatePdf::isStrong)
        .findFirst()
        .stream()
        .anyMatch(direction -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT) ? "rtl" : "ltr";
  }

  private static boolean isStrong(int direction) {
    return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** A class of the template's style: the more room a text needs, the smaller it is set. */
  static String size(String text) {
    var room = text.codePoints().mapToDouble(CertificatePdf::width).sum();
    if (room <= 26) {
      return "short";
    }
    if (room <= 44) {
      return "medium";
    }
    if (room <= 110) {
      return "long";
    }
    return room <= 210 ? "longer" : "longest";
  }

  /** About how wide a character is, in small Latin letters. */
  private static double width(int character) {
    if (Character.isIdeographic(character)) {
      return 2;
    }
    return Character.isUpperCase(character) ? 1.5 : 1;
  }

  /** The date in full. */
  static String date(LocalDate day, String language) {
    return Moments.day(day, Locale.forLanguageTag(language));
  }

  /** What XML or a reader does not allow is left out; a name or a title may have come with it. */
  private static String printable(String page) {
    var kept = new StringBuilder(page.length());
    page.codePoints().filter(CertificatePdf::isPrintable).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isPrintable(int character) {
    if (character == '\n' || character == '\t') {
      return true;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }

  private byte[] draw(String page, PrintedFacts facts, Serial serial) {
    var builder = new PdfRendererBuilder()
        .usePdfUaAccessibility(true)
        .usePdfAConformance(PdfAConformance.PDFA_2_A)
        .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
        .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
        .useUnicodeBidiReorderer(new ICUBidiReorderer())
        .useObjectDrawerFactory(new QrCodes(QrCode.of(facts.verifyAt(serial))))
        .useExternalResourceAccessControl((address, type) -> false,
            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics)
        .withProducer(PRODUCER)
        .withHtmlContent(page, null);
    FONTS.forEach(font -> builder.useFont(font::open, font.family(), font.weight(), FontStyle.NORMAL, true));
    try (var renderer = builder.buildPdfRenderer(); var out = new ByteArrayOutputStream()) {
      renderer.createPDFWithoutClosing();
      try (var document = renderer.getPdfDocument()) {
        fixWhatVaries(document, facts, serial);
        sayWhatIsWritten(document, facts);
        document.save(out);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file is dated by the certificate and numbered by its serial, so that it does not vary from run to run. */
  private static void fixWhatVaries(PDDocument document, PrintedFacts facts, Serial serial) throws IOException {
    Calendar issued = GregorianCalendar.from(facts.issuedOn().atStartOfDay(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(issued);
    document.getDocumentInformation().setModificationDate(issued);
    document.setDocumentId((long) serial.hashCode());
    var catalog = document.getDocumentCatalog();
    var day = facts.issuedOn() + "T00:00:00Z";
    var metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8)
        .replaceAll("<xmp:CreateDate>[^<]*</xmp:CreateDate>",
            "<xmp:CreateDate>" + day + "</xmp:CreateDate><xmp:ModifyDate>" + day + "</xmp:ModifyDate>");
    var stream = new PDMetadata(document);
    stream.importXMPMetadata(metadata.getBytes(StandardCharsets.UTF_8));
    catalog.setMetadata(stream);
  }

  /**
   * Gives the name and the title as they are written: what is drawn are joined forms in the order of the eye, which is
   * not what a screen reader should read in Arabic or Hebrew.
   */
  private static void sayWhatIsWritten(PDDocument document, PrintedFacts facts) {
    sayWhatIsWritten(document.getDocumentCatalog().getStructureTreeRoot(),
        Map.of("H2", facts.holder(), "H3", facts.courseTitle()));
  }

  private static void sayWhatIsWritten(PDStructureNode node, Map<String, String> texts) {
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        var text = texts.get(element.getStructureType());
        if (text != null) {
          element.setActualText(text);
        }
        sayWhatIsWritten(element, texts);
      }
    }
  }

  /** Draws the {@code <object>} of the template. */
  private record QrCodes(QrCode code) implements FSObjectDrawerFactory {

    @Override
    public FSObjectDrawer createDrawer(Element element) {
      return (object, x, y, width, height, device, context, dotsPerPixel) -> {
        device.setColor(new FSRGBColor(0, 0, 0));
        device.fill(code.shape(x, y, width));
        return Map.of();
      };
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return element.getTagName().equals("object");
    }
  }

  /** Sends what the library has to say into the server's log: only warnings, the rest is chatter. */
  private static final class Forwarding implements XRLogger {

    private static final Logger LOG = Logger.getLogger(CertificatePdf.class);

    @Override
    public void log(String where, Level level, String message) {
      if (isWarning(level)) {
        LOG.warnf("%s: %s", where, message);
      }
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
      if (isWarning(level)) {
        LOG.warnf(cause, "%s: %s", where, message);
      }
    }

    @Override
    public void setLevel(String where, Level level) {
      // The server's configuration says what is logged.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
      return isWarning(diagnostic.getLevel());
    }

    private static boolean isWarning(Level level) {
      return level.intValue() >= Level.WARNING.intValue();
    }
  }
}
