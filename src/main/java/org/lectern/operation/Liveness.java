package org.lectern.operation;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * That the process can answer at all: the answer comes from one of the threads that serve people. It asks for nothing
 * outside the process, because what a restart does not mend must not cause one.
 */
@org.eclipse.microprofile.health.Liveness
@ApplicationScoped
public class Liveness implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    var up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    return HealthCheckResponse.named("process").up().withData("upForSeconds", up.toSeconds()).build();
  }
}
