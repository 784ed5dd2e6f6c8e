package org.lectern.operation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.config.MeterFilter;

/** How meters are labelled. */
public class MeterRules {

  /**
   * A server on a chosen port is measured with its port, one on any free port without; both with one name are more than
   * Prometheus takes, and the second would never begin to serve.
   */
  @Produces
  @Singleton
  MeterFilter withoutPort() {
    return MeterFilter.ignoreTags("server.port");
  }
}
