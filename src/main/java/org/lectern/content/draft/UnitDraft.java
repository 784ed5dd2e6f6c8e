package org.lectern.content.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.lectern.content.format.Link;
import org.lectern.content.format.Passage;
import org.lectern.content.format.Spot;

/**
 * A unit in one language, as written.
 *
 * @param spot where its id stands
 * @param minutes what the author says instead of the computed minutes
 * @param text what stands below the front matter
 * @param media the files that readers of it get, in the order of their paths: those that it names, and those in its language
 *        that stand in for them
 */
public record UnitDraft(Spot spot, String id, String title, Optional<Integer> minutes, Optional<Review> review,
    Reading reading, String text, List<MediaSource> media, Body body) {

  public UnitDraft {
    media = List.copyOf(media);
  }

  /** When the unit should be read again. */
  public record Review(Spot spot, LocalDate by) {}

  /** What checks need of a text: its links, and the words that people read. */
  public record Reading(List<Link> links, List<Passage> passages) {
    public static final Reading NOTHING = new Reading(List.of(), List.of());
  }

  /** What kind of unit it is. */
  public sealed interface Body {
    /** As in the front matter. */
    String type();
  }

  public record PageBody(Content content, List<String> sources) implements Body {
    @Override
    public String type() {
      return "page";
    }
  }

  public record CheckBody(Content introduction, List<QuestionDraft> questions) implements Body {
    @Override
    public String type() {
      return "check";
    }
  }

  public record CaseBody(Content introduction, List<NodeDraft> nodes) implements Body {
    @Override
    public String type() {
      return "case";
    }
  }
}
