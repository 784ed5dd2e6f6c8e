package org.lectern.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Every page of a request is rendered in the locale of its viewer; what is made outside a request names its own. */
@ApplicationScoped
public class PageLocale {

  private final Viewer viewer;
  private final CurrentVertxRequest request;

  PageLocale(Viewer viewer, CurrentVertxRequest request) {
    this.viewer = viewer;
    this.request = request;
  }

  void configure(@Observes EngineBuilder engine) {
    engine.addTemplateInstanceInitializer(this::setLocale);
  }

  private void setLocale(TemplateInstance instance) {
    if (Arc.container().requestContext().isActive() && request.getCurrent() != null) {
      instance.setAttribute(MessageBundles.ATTRIBUTE_LOCALE, viewer.locale());
    }
  }
}
