package org.lectern.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a database in a file is, and what lies beside it. */
class StoreTest {

  @Test
  void theSignForHomeIsReadAsH2ReadsIt() {
    assertThat(Store.of("jdbc:h2:file:~/courses/lectern;WRITE_DELAY=0", "", ""))
        .isEqualTo(new H2File(Path.of(System.getProperty("user.home"), "courses", "lectern"), "", ""));
    assertThat(Store.of("jdbc:h2:file:./~/lectern", "", "")).isEqualTo(new H2File(Path.of("./~/lectern"), "", ""));
  }

  @Test
  void onlyWhatABackupOfThisDatabaseHasLeftIsClearedAway(@TempDir Path folder) throws IOException {
    var kept = List.of("lectern.door", "lectern.mv.db", "lectern.backup.part", "backup-monday.part",
        "other.door17.part");
    for (var name : kept) {
      Files.createFile(folder.resolve(name));
    }
    Files.createFile(folder.resolve("lectern.door17.part"));

    OperatorDoor.clearAway(folder.resolve("lectern.door"));

    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(kept);
    }
  }
}
