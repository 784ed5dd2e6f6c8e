package org.lectern.people;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.lectern.platform.Settings;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** While there is no administrator, each start prints a new link by which one can come in; older links die. */
@ApplicationScoped
public class FirstAdministrator {

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);

  private final InstantSource clock;
  private final Settings settings;
  private final int port;

  FirstAdministrator(InstantSource clock, Settings settings, @ConfigProperty(name = "quarkus.http.port") int port) {
    this.clock = clock;
    this.settings = settings;
    this.port = port;
  }

  void atStart(@Observes StartupEvent start) {
    if (nobodyAdministers()) {
      LOG.infof("There is no administrator yet. This link makes one, once, within %d hours: %s",
          AdministratorLink.GOOD_FOR.toHours(), newLink());
    }
  }

  private static boolean nobodyAdministers() {
    return QuarkusTransaction.requiringNew().call(() -> Administrator.count() == 0);
  }

  /** Makes a new link and lets the unused ones die. */
  String newLink() {
    var token = Token.random();
    QuarkusTransaction.requiringNew().run(() -> {
      AdministratorLink.delete("usedAt is null");
      new AdministratorLink(token, clock.instant()).persist();
    });
    return settings.publicUrl().orElse("http://localhost:" + port) + "/first-administrator/" + token.secret();
  }
}
