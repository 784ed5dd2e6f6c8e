package org.lectern.bench;

import java.util.function.Supplier;

/**
 * Something that people do.
 *
 * @param writes whether it is done only when it is durable, so that it is compared with inserts
 * @param clients makes what each client does
 */
record Scenario(String name, boolean writes, Supplier<Load.Work> clients) {}
