package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLoadingTest {

  private static final LocalDate TODAY = ContentFolder.TODAY;

  @TempDir
  Path temp;

  private ContentFolder folder;

  @BeforeEach
  void fill() {
    folder = ContentFolder.copyOfSample(temp.resolve("content"));
  }

  /** Nobody else gets what was begun here. */
  @AfterEach
  void takeWhatIsLeft() {
    FirstLoading.of(temp.resolve("nowhere"), TODAY);
  }

  /** What was read before the edit still says the old title. */
  private String titleAfterAnEditSince(Path dir, LocalDate day) throws InterruptedException {
    FirstLoading.begin(dir, day).join();
    folder.replace("en/03-the-house/01-many-rooms.md", "title: Many rooms", "title: So many rooms");
    return title(FirstLoading.of(folder.dir(), TODAY));
  }

  private static String title(Loading loading) {
    return loading
        .library()
        .course("sample-course")
        .orElseThrow()
        .in("en")
        .unit("s3-rooms")
        .orElseThrow()
        .title();
  }

  @Test
  void whatWasBegunIsUsed() throws InterruptedException {
    assertThat(titleAfterAnEditSince(folder.dir(), TODAY)).isEqualTo("Many rooms");
  }

  @Test
  void itIsUsedOnce() throws InterruptedException {
    titleAfterAnEditSince(folder.dir(), TODAY);

    assertThat(title(FirstLoading.of(folder.dir(), TODAY))).isEqualTo("So many rooms");
  }

  @Test
  void anotherFolderIsReadItself() throws InterruptedException {
    assertThat(titleAfterAnEditSince(temp.resolve("nowhere"), TODAY)).isEqualTo("So many rooms");
  }

  @Test
  void anotherDayIsReadItself() throws InterruptedException {
    assertThat(titleAfterAnEditSince(folder.dir(), TODAY.plusDays(1))).isEqualTo("So many rooms");
  }

  @Test
  void whoComesEarlyWaits() {
    FirstLoading.begin(folder.dir(), TODAY);

    assertThat(title(FirstLoading.of(folder.dir(), TODAY))).isEqualTo("Many rooms");
  }

  @Test
  void whatWasReadBeforeAnEditIsOfOtherFiles() {
    var loading = Loading.of(folder.dir(), TODAY);

    assertThat(loading.isOf(Stamps.of(folder.dir()), TODAY)).isTrue();
    assertThat(loading.isOf(Stamps.of(folder.dir()), TODAY.plusDays(1))).isFalse();
    folder.replace("en/03-the-house/01-many-rooms.md", "title: Many rooms", "title: So many rooms");
    assertThat(loading.isOf(Stamps.of(folder.dir()), TODAY)).isFalse();
  }
}
