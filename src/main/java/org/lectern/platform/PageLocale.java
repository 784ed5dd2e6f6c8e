package org.lectern.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;

/** Every page of a request is rendered in the locale of its viewer. */
@ApplicationScoped
public class PageLocale {

  private final Viewer viewer;

  PageLocale(Viewer viewer) {
    this.viewer = viewer;
  }

  void configure(@Observes EngineBuilder engine) {
    engine.addTemplateInstanceInitializer(this::setLocale);
  }

  private void setLocale(TemplateInstance instance) {
    if (Arc.container().requestContext().isActive()) {
      instance.setAttribute(MessageBundles.ATTRIBUTE_LOCALE, viewer.locale());
    }
  }
}
