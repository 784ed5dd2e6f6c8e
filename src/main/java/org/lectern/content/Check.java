package org.lectern.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.NetworkDraft;

/** The third step: whether what the files say holds together. */
final class Check {
  private Check() {}

  static void course(CourseDraft draft, Optional<List<NetworkDraft>> networks, LocalDate today, Problems problems) {}

  static void jobNetworks(List<NetworkDraft> networks, Problems problems) {}
}
