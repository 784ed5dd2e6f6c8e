package org.lectern.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What takes time and will be wanted, but not by the first who come: it would delay a server that is starting. */
public final class AfterStart {

  /** Begins everything two seconds after it was asked to. */
  public static final Executor EXECUTOR = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);

  private AfterStart() {}
}
