package org.lectern.content;

import java.util.List;
import java.util.function.Supplier;

public final class Shelf {
  private final java.util.concurrent.atomic.AtomicReference<Library> library = new java.util.concurrent.atomic.AtomicReference<>(
      Library.EMPTY);
  public Shelf(java.nio.file.Path dir, Supplier<java.time.LocalDate> today) {}
  public Library library() {
    return java.util.Objects.requireNonNull(library.get());
  }
  public List<ContentProblem> problems() {
    return List.of();
  }
  public boolean refresh() {
    return false;
  }
}
