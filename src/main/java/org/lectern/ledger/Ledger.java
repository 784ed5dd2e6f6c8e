package org.lectern.ledger;

import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.platform.Counted;
import org.lectern.platform.GroupCommit;

/** Adds statements to the ledger, those of several requests in one transaction. */
@ApplicationScoped
public class Ledger {

  private static final int WRITERS = 2;

  private final GroupCommit<List<Statement>, Boolean> group = new GroupCommit<>("ledger", WRITERS, requests -> {
    Statement.append(requests.stream().flatMap(List::stream).toList());
    return requests.stream().map(request -> true).toList();
  });

  /**
   * Adds the statements of one request, all or none, and returns when they are durable. There must be no transaction
   * around it, because it would not be the one that they are added in.
   */
  public void append(List<Statement> statements) {
    group.add(statements);
    statements.forEach(statement -> Counted.STATEMENT.once());
  }

  @PreDestroy
  void stop() {
    group.close();
  }
}
