package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
  private static final String PAGE = "en/03-the-house/01-many-rooms.md";

  @TempDir
  Path temp;

  private final AtomicReference<LocalDate> today = new AtomicReference<>(ContentFolder.TODAY);
  private ContentFolder folder;
  private Shelf shelf;

  @BeforeEach
  void fill() {
    folder = ContentFolder.copyOfSample(temp.resolve("content"));
    shelf = new Shelf(folder.dir(), today::get);
  }

  private String title() {
    return shelf.library().course("sample-course").orElseThrow().in("en").unit("s3-rooms").orElseThrow().title();
  }

  @Test
  void anEditIsSeenAtTheNextLook() {
    assertThat(shelf.refresh()).isFalse();
    folder.replace(PAGE, "title: Many rooms", "title: So many rooms");
    assertThat(shelf.refresh()).isTrue();
    assertThat(title()).isEqualTo("So many rooms");
    assertThat(shelf.refresh()).isFalse();
  }

  @Test
  void whileNothingChangesTheLibraryIsTheSame() {
    shelf.refresh();
    var library = shelf.library();
    shelf.refresh();
    shelf.refresh();
    assertThat(shelf.library()).isSameAs(library);
  }

  @Test
  void aBrokenEditKeepsTheLastGoodCourseAndSaysWhy() {
    folder.replace(PAGE, "title: Many rooms", "titel: So many rooms");
    assertThat(shelf.refresh()).isTrue();
    assertThat(title()).isEqualTo("Many rooms");
    assertThat(shelf.problems()).extracting(ContentProblem::code).contains("L002", "L004");
    folder.replace(PAGE, "titel: So many rooms", "title: So many rooms");
    assertThat(shelf.refresh()).isTrue();
    assertThat(title()).isEqualTo("So many rooms");
    assertThat(shelf.problems()).extracting(ContentProblem::toString).containsExactly(ContentFolder.UNTRANSLATED);
  }

  @Test
  void aBrokenEditThatIsThereFromTheStartLeavesTheOtherCourses() throws IOException {
    folder.replace(PAGE, "title: Many rooms", "titel: So many rooms");
    Files.createDirectories(folder.dir().resolve("other"));
    var fresh = new Shelf(folder.dir(), today::get);
    assertThat(fresh.library().courses()).isEmpty();
    assertThat(fresh.library().jobNetworks()).hasSize(5);
  }

  @Test
  void brokenJobNetworksKeepTheLastGoodList() throws IOException {
    var file = folder.dir().resolve("job-networks.yaml");
    var good = Files.readString(file);
    Files.writeString(file, "- {code: [");
    assertThat(shelf.refresh()).isTrue();
    assertThat(shelf.library().jobNetworks()).hasSize(5);
    assertThat(shelf.library().course("sample-course")).isPresent();
    Files.writeString(file, good + "- {code: NEWNET, name: {en: New}}\n");
    assertThat(shelf.refresh()).isTrue();
    assertThat(shelf.library().jobNetworks()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing yet\n", "[]\n", "---\n"})
  void jobNetworksWithoutAnyKeepTheLastGoodList(String text) throws IOException {
    var file = folder.dir().resolve("job-networks.yaml");
    Files.writeString(file, text);
    assertThat(shelf.refresh()).isTrue();
    assertThat(shelf.library().jobNetworks()).hasSize(5);
    assertThat(shelf.problems()).extracting(ContentProblem::file).contains("job-networks.yaml");
    Files.delete(file);
    assertThat(shelf.refresh()).isTrue();
    assertThat(shelf.library().jobNetworks()).as("taken away, not emptied").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet\n", "[]\n"})
  void aGlossaryWithoutTermsKeepsTheLastGoodCourse(String text) {
    folder.write("glossary.yaml", text);
    assertThat(shelf.refresh()).isTrue();
    assertThat(shelf.library().course("sample-course").orElseThrow().glossary().terms()).containsKey("keeper");
    assertThat(shelf.problems()).extracting(ContentProblem::file).contains("sample-course/glossary.yaml");
  }

  @Test
  void aFolderThatVanishesKeepsEverything() throws IOException {
    var away = temp.resolve("away");
    Files.move(folder.dir(), away);
    assertThat(shelf.refresh()).isTrue();
    assertThat(title()).isEqualTo("Many rooms");
    Files.move(away, folder.dir());
    shelf.refresh();
    assertThat(shelf.problems()).extracting(ContentProblem::toString).containsExactly(ContentFolder.UNTRANSLATED);
  }

  @Test
  void aCourseWhoseFolderBecomesALinkIsKept() throws IOException {
    var elsewhere = temp.resolve("elsewhere");
    Files.move(folder.dir().resolve("sample-course"), elsewhere);
    Files.createSymbolicLink(folder.dir().resolve("sample-course"), elsewhere);
    assertThat(shelf.refresh()).isTrue();
    assertThat(title()).isEqualTo("Many rooms");
    assertThat(shelf.problems()).extracting(ContentProblem::file).contains("sample-course");
    assertThat(folder.load().broken()).containsExactly("sample-course");

    Files.delete(folder.dir().resolve("sample-course"));
    shelf.refresh();
    assertThat(shelf.library().courses()).as("taken away").isEmpty();
  }

  @Test
  void aCourseBesideATwinOfItsNameIsKept() throws IOException {
    var twin = folder.dir().resolve("Sample-course");
    Files.createDirectories(twin);
    assumeThat(Files.isSameFile(twin, folder.dir().resolve("sample-course"))).isFalse();
    shelf.refresh();
    assertThat(title()).isEqualTo("Many rooms");
    assertThat(folder.load().broken()).contains("sample-course", "Sample-course");
  }

  @Test
  void aCourseThatIsTakenAwayIsGone() throws IOException {
    Files.move(folder.dir().resolve("sample-course"), temp.resolve("sample-course"));
    assertThat(shelf.refresh()).isTrue();
    assertThat(shelf.library().courses()).isEmpty();
  }

  @Test
  void aFileThatIsCaughtHalfWrittenIsMendedByTheNextLook() {
    var whole = folder.read(PAGE).replace("Many rooms", "Very many rooms");
    folder.write(PAGE, whole.substring(0, 20));
    shelf.refresh();
    assertThat(title()).isEqualTo("Many rooms");
    folder.write(PAGE, whole);
    assertThat(shelf.refresh()).isTrue();
    assertThat(title()).isEqualTo("Very many rooms");
  }

  @Test
  void aWriteThatLeavesNoTraceInSizeAndTimeIsSeenAtTheSecondLook() throws IOException {
    shelf.refresh();
    folder.replace(PAGE, "title: Many rooms", "title: Nany rooms");
    var time = Files.getLastModifiedTime(folder.file(PAGE));
    assertThat(shelf.refresh()).isTrue();
    folder.replace(PAGE, "title: Nany rooms", "title: Many rooms");
    Files.setLastModifiedTime(folder.file(PAGE), time);
    assertThat(shelf.refresh()).isTrue();
    assertThat(title()).isEqualTo("Many rooms");
  }

  @Test
  void aNewDayBringsNewReviewsToLight() {
    folder.replace(PAGE, "2099-12-31", "2026-11-21");
    shelf.refresh();
    shelf.refresh();
    assertThat(shelf.problems()).hasSize(1);
    today.set(ContentFolder.TODAY.plusDays(1));
    assertThat(shelf.refresh()).isTrue();
    assertThat(shelf.problems()).extracting(ContentProblem::code).contains("L032");
  }

  @Test
  void whatIsReadIsShownOnlyWhenTheOthersHaveReadItToo() {
    var told = new ArrayList<String>();
    var agreed = new AtomicBoolean(true);
    shelf = new Shelf(folder.dir(), today::get, print -> told.add(print) && agreed.get());
    agreed.set(false);
    folder.replace(PAGE, "title: Many rooms", "title: So many rooms");

    assertThat(shelf.refresh()).isFalse();
    assertThat(shelf.refresh()).isFalse();
    assertThat(title()).isEqualTo("Many rooms");
    assertThat(told.stream().distinct()).as("what the others are told of").hasSize(2);

    agreed.set(true);
    assertThat(shelf.refresh()).isTrue();
    assertThat(title()).isEqualTo("So many rooms");
  }

  @Test
  void thePrintOfTheSameFilesIsTheSameElsewhere() {
    var here = new ArrayList<String>();
    var there = new ArrayList<String>();
    var other = ContentFolder.copyOfSample(temp.resolve("elsewhere"));
    new Shelf(folder.dir(), today::get, here::add);
    new Shelf(other.dir(), today::get, there::add);

    assertThat(here).hasSize(1).isEqualTo(there);
  }

  @Test
  void aLookAtUnchangedFilesIsCheap() {
    shelf.refresh();
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      assertThat(shelf.refresh()).isFalse();
    }
    long each = (System.nanoTime() - start) / 100;
    assertThat(each).as("nanoseconds for each look").isLessThan(50_000_000);
  }
}
