package org.lectern.certificate;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.people.Place;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** Where everybody can see what a certificate is worth. */
@Path("/verify")
@PermitAll
public class VerificationPages {

  private static final int MAX_TYPED = 100;
  private static final Text MISTYPED = Text.of(CertificateMessages.class, CertificateMessages::serialMistyped);
  private static final Text NO_SERIAL = Text.of(CertificateMessages.class, CertificateMessages::noSerial);
  private static final Text UNKNOWN = Text.of(CertificateMessages.class, CertificateMessages::serialUnknown);

  private final Viewer viewer;
  private final Settings settings;
  private final LookUps lookUps;
  private final HttpServerRequest request;

  VerificationPages(Viewer viewer, Settings settings, LookUps lookUps, HttpServerRequest request) {
    this.viewer = viewer;
    this.settings = settings;
    this.lookUps = lookUps;
    this.request = request;
  }

  @CheckedTemplate(basePath = "certificate")
  static class Templates {
    private Templates() {}

    static native TemplateInstance verify(String typed, FormErrors errors);

    static native TemplateInstance verification(Verification verification);
  }

  /** The form in which a serial is typed; it leads to the page of that serial. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response ask(@RestQuery @Nullable String serial) {
    if (serial == null || serial.isBlank()) {
      return Response.ok(Templates.verify("", new FormErrors(viewer.locale()))).build();
    }
    var typed = serial.substring(0, Math.min(serial.length(), MAX_TYPED));
    return switch (Serial.read(typed)) {
      case Serial.Reading.Good good -> OwnAddress.seeOther("/verify/" + good.printed()).build();
      case Serial.Reading.Mistyped mistyped -> askAgain(422, typed, MISTYPED);
      case Serial.Reading.NoSerial noSerial -> askAgain(422, typed, NO_SERIAL);
    };
  }

  /** What the certificate is worth: a page, or JSON for whoever asks for it. */
  @GET
  @Path("{serial}")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  public Response verify(@RestPath String serial, @HeaderParam("Accept") @Nullable String accept) {
    lookUps.count(Place.of(request));
    var wantsJson = accept != null && accept.contains("json");
    var typed = serial.substring(0, Math.min(serial.length(), MAX_TYPED));
    return switch (Serial.read(typed)) {
      case Serial.Reading.Good good -> Certificate.find(good.serial())
          .map(certificate -> show(certificate, wantsJson))
          .orElseGet(() -> missing("unknown-serial", UNKNOWN, typed, wantsJson));
      case Serial.Reading.Mistyped mistyped -> missing("mistyped-serial", MISTYPED, typed, wantsJson);
      case Serial.Reading.NoSerial noSerial -> missing("no-serial", NO_SERIAL, typed, wantsJson);
    };
  }

  private Response show(Certificate certificate, boolean wantsJson) {
    var verification = Verification.of(certificate, settings.zone());
    return Response.ok(wantsJson ? verification : Templates.verification(verification))
        .type(wantsJson ? MediaType.APPLICATION_JSON_TYPE : MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .header("Vary", "Accept")
        .build();
  }

  private Response missing(String type, Text text, String typed, boolean wantsJson) {
    if (wantsJson) {
      throw new Problem(404, type, text);
    }
    return askAgain(404, typed, text);
  }

  private Response askAgain(int status, String typed, Text text) {
    var errors = new FormErrors(viewer.locale()).add("serial", text);
    return Response.status(status)
        .entity(Templates.verify(typed, errors))
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .header("Vary", "Accept")
        .build();
  }
}
