package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionProblemsTest {
  private static final String FILE = "en/03-the-house/02-check.md";
  private static final String AT = "sample-course/" + FILE;
  private static final String WHY = " The question could not be asked, or could not teach. Fix: ";

  @TempDir
  Path temp;

  private ContentFolder folder;

  @BeforeEach
  void copy() {
    folder = ContentFolder.copyOfSample(temp);
  }

  /** The question begins on line 6; the course's stated minutes are not looked at. */
  private java.util.List<String> problems(String question) {
    folder.write(FILE, "---\nid: s3-check\ntype: check\ntitle: Check\n---\n" + question);
    return folder.problems().stream().filter(problem -> problem.startsWith(AT) && !problem.contains("L070")).toList();
  }

  @Test
  void aQuestionNeedsAnId() {
    assertThat(problems("## What is it?\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n")).containsExactly(
        AT + ":6:1: error L004: This question has no id. Answers and choices are recorded under it. "
            + "Fix: Write it after the heading: {#what-is-it}.");
  }

  @Test
  void aQuestionNeedsAnAnswerForm() {
    assertThat(problems("## What is it? {#q}\n\nText only.\n")).containsExactly(
        AT + ":6:1: error L040: This question has no answers." + WHY
            + "Write below it a task list (- [ ] and - [x]), a numbered list to put in order, a table of two columns to match, or a block ```answers.");
  }

  @Test
  void oneOptionMustBeRight() {
    assertThat(problems("## What is it? {#q}\n\n- [ ] A\n  > No.\n- [ ] B\n  > No.\n")).containsExactly(
        AT + ":6:1: error L040: This question has no right option." + WHY + "Write [x] before the right one.");
    assertThat(problems("## What is it? {#q}\n\n- [x] A\n  > Yes.\n")).containsExactly(
        AT + ":6:1: error L040: This question has only one option." + WHY + "Write at least two options.");
  }

  @Test
  void everyOptionNeedsFeedbackThatStandsBelowIt() {
    assertThat(problems("## What is it? {#q}\n\n- [x] A\n  > Yes.\n- [ ] B\n\n> No.\n")).containsExactly(
        AT + ":10:1: error L040: This option has no feedback." + WHY
            + "Below it, after two spaces: > Why it is right, or why it is not.",
        AT + ":12:1: error L040: This feedback belongs to no option." + WHY
            + "Put two spaces before the >, so that it stands below its option.");
  }

  @Test
  void optionsMustDifferInMoreThanCapitals() {
    assertThat(problems("## What is it? {#q}\n\n- [x] The Élan\n  > Yes.\n- [ ] the elan\n  > No.\n")).containsExactly(
        AT + ":10:1: error L040: This option stands here twice: \"the elan\"." + WHY
            + "Change or remove one of the two.");
  }

  @Test
  void aBoxThatCannotBeReadIsTold() {
    assertThat(problems("## What is it? {#q}\n\n- [x ] A\n  > Yes.\n- [x] B\n  > No.\n- C\n  > No.\n")).containsExactly(
        AT + ":8:1: error L040: This box cannot be read. The boxes say which options are right. "
            + "Fix: Write \"- [ ] \" before a wrong option and \"- [x] \" before a right one, with a space after the bracket.",
        AT + ":12:1: error L040: This option has no box." + WHY
            + "Write \"- [ ] \" before a wrong option and \"- [x] \" before a right one.");
  }

  @Test
  void idsOfOptionsMustNotMeet() {
    assertThat(problems("## What is it? {#q}\n\n- [x] A\n  > Yes.\n- [ ] B {#a}\n  > No.\n- [ ] C {#Nein}\n  > No.\n"))
        .containsExactly(
            AT + ":10:1: error L010: The id \"a\" stands for two options; the other is on line 8 of " + AT + ". "
                + "Progress and answers are recorded under it, and would be mixed up. Fix: Give the newer of the two another id.",
            AT + ":12:9: error L012: \"Nein\" is not an id. Ids stand in addresses and in records that last for years. "
                + "Fix: Use lower-case letters, digits and hyphens, start with a letter, at most 60 characters, for instance \"nein\".");
  }

  @Test
  void pointingToTheOtherOptionsIsAWarning() {
    assertThat(
        problems("## What is it? {#q}\n\n- [ ] A\n  > No.\n- [ ] B\n  > No.\n- [x] All of the above\n  > Yes.\n"))
        .containsExactly(
            AT + ":12:1: warning L042: This option points to the others. "
                + "Whoever is sure of two options knows the answer, and the order of the options may change. "
                + "Fix: Make it a question where several options are right.");
  }

  @Test
  void whereEveryOptionIsRightIsAWarning() {
    assertThat(problems("## What is it? {#q}\n\n- [x] A\n  > Yes.\n- [x] B\n  > Yes.\n")).containsExactly(
        AT + ":6:1: warning L040: Every option of this question is right. "
            + "Whoever ticks everything is right without reading. Fix: Add an option that is wrong but tempting.");
  }

  @Test
  void theOtherFormsNeedOneFeedbackBelowThem() {
    assertThat(problems("""
        ## Order {#q1}

        1. One
        2. Two

        ## Match {#q2}

        | L | R |
        |---|---|
        | a | 1 |
        | b | 2 |

        ## Write {#q3}

        ```answers
        ```

        > Feedback.

        Text after it.
        """)).containsExactly(
        AT + ":8:1: error L040: There is no feedback below this form." + WHY
            + "Add a quotation after it: > What to remember.",
        AT + ":13:1: error L040: There is no feedback below this form." + WHY
            + "Add a quotation after it: > What to remember.",
        AT + ":18:1: error L040: This question accepts no answer." + WHY
            + "Write one accepted answer a line between the fences.",
        AT + ":25:1: error L040: There is text below the feedback." + WHY
            + "Move it above the form, or into the quotation.");
  }

  @Test
  void partsOfOrderingAndMatchingMustBeEnoughAndDiffer() {
    assertThat(problems("""
        ## Order {#q1}

        1. One

        > Feedback.

        ## Match {#q2}

        | L | R | More |
        |---|---|---|
        | a | 1 | x |

        > Feedback.

        ## Match again {#q3}

        | L | R |
        |---|---|
        | a | 1 |
        | b | 1 |

        > Feedback.
        """)).containsExactly(
        AT + ":6:1: error L040: This question has only one entry." + WHY + "Write at least two entries.",
        AT + ":12:1: error L040: This question has no pairs." + WHY + "Write at least two pairs.",
        AT + ":16:1: error L040: This row has 3 columns." + WHY + "A matching question has two: left and right.",
        AT + ":25:1: error L040: This right side stands here twice: \"1\"." + WHY + "Change or remove one of the two.");
  }

  @Test
  void textAboveTheFormMayHaveListsAndTables() {
    assertThat(problems("""
        ## Which? {#q}

        1. First read this.
        2. Then this.

        | a | b |
        |---|---|
        | c | d |

        - [x] A
          > Yes.
        - [ ] B
          > No.
        """)).isEmpty();
    var check = (Unit.Check) folder.course().in("en").unit("s3-check").orElseThrow();
    assertThat(check.questions().getFirst().html()).startsWith("<ol>").endsWith("</table>");
  }

  @Test
  void aFigureInAQuestionIsAnError() {
    assertThat(problems(
        "## Which? {#q}\n\n```figure\nsrc: media/shelf.png\nalt: A\ncredit: B\n```\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n"))
        .containsExactly(AT + ":8:1: error L040: A figure or a clip cannot stand inside a question." + WHY
            + "Put it into the introduction of the check, or on a page.");
  }

  @Test
  void aCheckNeedsQuestions() {
    assertThat(problems("Only text.\n")).containsExactly(
        AT + ":6:1: error L040: This check has no questions. A check is done when each of its questions was answered. "
            + "Fix: Write a heading for each question: ## The question? {#the-id}");
  }

  @Test
  void questionsWithTheSameIdAreToldWithBothPlaces() {
    assertThat(problems(
        "## One? {#q}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n\n## Two? {#q}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n"))
        .containsExactly(AT + ":13:1: error L010: The id \"q\" stands for two questions; the other is on line 6 of "
            + AT + ". "
            + "Progress and answers are recorded under it, and would be mixed up. Fix: Give the newer of the two another id.");
  }

  @Test
  void attributesOfItemsMustLeadSomewhere() {
    folder.replace("en/assessment/s1.md", "{#s1-light page=s1-welcome objective=o1 difficulty=1}",
        "{#s1-light page=s1-welcom objective=o9 difficulty=4 level=1}");
    assertThat(folder.problems()).containsExactly(
        "sample-course/en/assessment/s1.md:4:32: error L002: There is no attribute \"level\" here. "
            + "An attribute that is not known would be passed over in silence. Fix: There is: page, objective, difficulty.",
        "sample-course/en/assessment/s1.md:4:32: error L004: The difficulty is \"4\". "
            + "Items are drawn evenly over three levels. Fix: Write 1 for easy, 2, or 3 for hard.",
        "sample-course/en/assessment/s1.md:4:32: error L020: There is no objective \"o9\". "
            + "Results are shown by objective. Fix: Did you mean \"o1\"?",
        "sample-course/en/assessment/s1.md:4:32: error L020: There is no unit \"s1-welcom\" to read again. "
            + "It is shown after a wrong answer. Fix: Did you mean \"s1-welcome\"?");
  }

  @Test
  void whenTheLongestOptionIsTooOftenTheKeyItIsAWarning() {
    var pool = new StringBuilder("---\nmodule: s3\n---\n");
    for (int i = 1; i <= 5; i++) {
      var key = i <= 3 ? "The long and careful right option" : "Right";
      pool.append(
          "## Question %d? {#s3-q%d}%n%n- [x] %s%n  > Yes.%n- [ ] A wrong option%n  > No.%n%n".formatted(i, i, key));
    }
    folder.write("en/assessment/s3.md", pool.toString()).delete("fr/assessment/s3.md");
    assertThat(folder.problems()).containsExactly(
        "sample-course/en/assessment/s3.md:2:9: warning L041: In 3 of 5 items the longest option is a right one. "
            + "Whoever knows nothing can pass by choosing the longest. "
            + "Fix: Shorten right options, or give wrong ones as much detail.",
        "sample-course/en/assessment/s3.md:2:9: warning L070: 5 of 5 items of this pool are not translated into \"fr\". "
            + "Learners are told so, and read the source language. "
            + "Fix: Translate the file, with the same ids, below the folder fr.");
  }
}
