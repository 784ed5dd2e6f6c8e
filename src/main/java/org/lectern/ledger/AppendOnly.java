package org.lectern.ledger;

import java.sql.Connection;
import java.sql.SQLException;

import org.h2.api.Trigger;

/** The trigger that makes H2 refuse changes of statements, as a function does on PostgreSQL. */
public final class AppendOnly implements Trigger {

  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
    throw new SQLException("statements are append-only: void a wrong one by another");
  }
}
