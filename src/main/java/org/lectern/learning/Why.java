package org.lectern.learning;

import org.lectern.platform.Text;

/** The sentence that says why somebody is on a path. */
public final class Why {
  private Why() {}

  /** In the reader's language. */
  public static Text of(Progress progress) {
    var path = progress.choice().path();
    return locale -> {
      var language = locale.toLanguageTag();
      var title = path.title().in(language);
      var authority = path.authority().in(language);
      return Text.of(LearningMessages.class, messages -> progress.choice()
          .jobNetwork()
          .map(network -> messages.whyNetwork(network, title, authority))
          .orElseGet(() -> messages.whyProvisional(title))).in(locale);
    };
  }
}
