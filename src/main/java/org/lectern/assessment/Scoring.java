package org.lectern.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lectern.assessment.AskedItem.PageLink;
import org.lectern.content.Question.Verdict;

/**
 * What a set of answers is worth. All items weigh the same.
 *
 * @param score whole per cent, rounded down, so that nobody passes by rounding
 * @param verdicts by item id, in the order in which they were asked
 */
record Scoring(int score, List<ModuleResult> modules, Map<String, Verdict> verdicts) {

  /**
   * How one module went.
   *
   * @param right items that were answered rightly
   * @param of items that were asked
   * @param pages what to read again: the pages of the items that were not answered rightly
   */
  record ModuleResult(String id, String title, int right, int of, List<PageLink> pages) {}

  /**
   * @param answers by item id; what is missing counts as not right
   */
  static Scoring of(Snapshot snapshot, Map<String, List<String>> answers) {
    var verdicts = new LinkedHashMap<String, Verdict>();
    for (var item : snapshot.items()) {
      verdicts.put(item.id(), item.judge(answers.getOrDefault(item.id(), List.of())));
    }
    var right = verdicts.values().stream().filter(Verdict::success).count();
    var modules = snapshot.modules().stream().map(module -> result(module, snapshot, verdicts)).toList();
    return new Scoring((int) (right * 100 / verdicts.size()), modules, verdicts);
  }

  private static ModuleResult result(
      Snapshot.AskedModule module, Snapshot snapshot, Map<String, Verdict> verdicts) {
    var items = snapshot.items().stream().filter(item -> item.module().equals(module.id())).toList();
    var wrong = items.stream().filter(item -> !isRight(item.id(), verdicts)).toList();
    var pages = wrong.stream().flatMap(item -> Optional.ofNullable(item.page()).stream()).distinct().toList();
    return new ModuleResult(module.id(), module.title(), items.size() - wrong.size(), items.size(), pages);
  }

  boolean isRight(String item) {
    return isRight(item, verdicts);
  }

  private static boolean isRight(String item, Map<String, Verdict> verdicts) {
    var verdict = verdicts.get(item);
    return verdict != null && verdict.success();
  }

  /** The pages to read again, of all modules. */
  List<PageLink> pages() {
    return modules.stream().flatMap(module -> module.pages().stream()).distinct().toList();
  }
}
