package org.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.lectern.content.Item;
import org.lectern.content.Translation;

class DrawTest {

  private static final int SEEDS = 500;
  private static final Map<String, Integer> COUNTS = Map.of("a", 2, "b", 3, "c", 1);

  /** Three pools of six items: two objectives, three difficulties, every combination once. */
  private static Translation course() {
    var pools = new LinkedHashMap<String, List<Item>>();
    for (var module : List.of("a", "b", "c")) {
      var pool = new ArrayList<Item>();
      for (var objective : List.of("o1", "o2")) {
        for (var difficulty = 1; difficulty <= 3; difficulty++) {
          pool.add(SampleItems.item(module + objective + difficulty, objective, difficulty));
        }
      }
      pools.put(module, pool);
    }
    return SampleItems.translation(pools);
  }

  private static List<AskedItem> draw(long seed, Map<String, Integer> lastAsked) {
    return new Draw(seed, lastAsked).items(course(), SampleItems.path("a", "b", "c"), COUNTS);
  }

  private static List<String> ids(List<AskedItem> items) {
    return items.stream().map(AskedItem::id).toList();
  }

  @Test
  void asManyItemsAreDrawnFromEachModuleAsThePolicySays() {
    LongStream.range(0, SEEDS).forEach(seed -> {
      var items = draw(seed, Map.of());
      assertThat(ids(items)).doesNotHaveDuplicates().hasSize(6);
      assertThat(items).filteredOn(item -> item.module().equals("a")).hasSize(2);
      assertThat(items).filteredOn(item -> item.module().equals("b")).hasSize(3);
      assertThat(items).filteredOn(item -> item.module().equals("c")).hasSize(1);
    });
  }

  @Test
  void theSameSeedDrawsTheSameItemsInTheSameOrderWithTheSameOptionOrder() {
    assertThat(draw(42, Map.of())).isEqualTo(draw(42, Map.of()));
  }

  @Test
  void movingItemsAroundInTheirFileDoesNotChangeTheDraw() {
    var pools = new LinkedHashMap<String, List<Item>>();
    course().pools().forEach((module, pool) -> pools.put(module, pool.reversed()));
    var moved = new Draw(42, Map.of()).items(SampleItems.translation(pools), SampleItems.path("a", "b", "c"), COUNTS);
    assertThat(moved).isEqualTo(draw(42, Map.of()));
  }

  @Test
  void otherSeedsDrawOtherItemsUntilEveryItemHasBeenDrawn() {
    var drawn = new TreeSet<String>();
    LongStream.range(0, SEEDS).forEach(seed -> drawn.addAll(ids(draw(seed, Map.of()))));
    assertThat(drawn).hasSize(18);
  }

  @Test
  void aPathIsNeverAskedAboutAModuleThatItLeavesOut() {
    LongStream.range(0, SEEDS).forEach(seed -> {
      var items = new Draw(seed, Map.of()).items(course(), SampleItems.path("a", "c"), COUNTS);
      assertThat(items).hasSize(3).noneMatch(item -> item.module().equals("b"));
    });
  }

  @Test
  void objectivesAndDifficultiesAreAskedEvenly() {
    LongStream.range(0, SEEDS).forEach(seed -> {
      var ids = ids(draw(seed, Map.of()));
      assertThat(ids).filteredOn(id -> id.contains("o1")).hasSize(3);
      for (var difficulty : List.of("1", "2", "3")) {
        assertThat(ids).filteredOn(id -> id.endsWith(difficulty)).hasSizeBetween(1, 3);
      }
    });
  }

  @Test
  void itemsOfEarlierAttemptsAreLeftOutWhileThePoolLasts() {
    LongStream.range(0, SEEDS).forEach(seed -> {
      var first = ids(draw(seed, Map.of()));
      var lastAsked = new java.util.HashMap<String, Integer>();
      first.forEach(id -> lastAsked.put(id, 1));
      assertThat(ids(draw(seed + 1, lastAsked))).doesNotContainAnyElementsOf(first);
    });
  }

  @Test
  void whenThePoolIsUsedUpTheItemsThatWereAskedLongestAgoComeBack() {
    var lastAsked = Map.of("ao11", 1, "ao12", 1, "ao13", 2, "ao21", 3, "ao22", 3, "ao23", 2);
    LongStream.range(0, SEEDS)
        .forEach(seed -> assertThat(ids(draw(seed, lastAsked)).stream().filter(id -> id.startsWith("a")))
            .containsExactlyInAnyOrder("ao11", "ao12"));
  }

  @Test
  void aPoolThatIsTooSmallGivesWhatItHas() {
    var small = SampleItems.translation(Map.of("a", List.of(SampleItems.item("a1", "o1", 1))));
    assertThat(ids(new Draw(1, Map.of()).items(small, SampleItems.path("a"), Map.of("a", 3)))).containsExactly("a1");
  }

  @Test
  void optionsAreShownInEveryOrder() {
    var orders = new TreeSet<String>();
    LongStream.range(0, SEEDS)
        .forEach(seed -> draw(seed, Map.of()).forEach(item -> orders.add(item.shown()
            .options()
            .stream()
            .map(ShownItem.Choice::id)
            .reduce("", String::concat))));
    assertThat(orders).containsExactly("abc", "acb", "bac", "bca", "cab", "cba");
  }

  @Test
  void anOrderingIsNeverShownInItsRightOrder() {
    var course = SampleItems.translation(Map.of("a", List.of(SampleItems.item(SampleItems.ORDERING))));
    var orders = new TreeSet<String>();
    LongStream.range(0, SEEDS)
        .forEach(seed -> new Draw(seed, Map.of()).items(course, SampleItems.path("a"), Map.of("a", 1))
            .forEach(item -> orders.add(String.join(" ",
                item.shown().options().stream().map(ShownItem.Choice::text).toList()))));
    assertThat(orders).hasSize(5).doesNotContain("first second third");
  }

  @Test
  void aWrongAnswerLeadsToThePageOfTheItemOrElseToTheFirstOfItsModule() {
    var named = SampleItems.item("a1", "o1", 1);
    var unnamed = SampleItems.item(SampleItems.SINGLE);
    var course = SampleItems.translation(Map.of("a", List.of(named, unnamed)));
    var items = new Draw(1, Map.of()).items(course, SampleItems.path("a"), Map.of("a", 2));
    assertThat(items).extracting(AskedItem::page).containsOnly(new AskedItem.PageLink("a-page", "Page of a"));
  }
}
