create trigger statement_is_append_only before update, delete on statement for each row
  call "org.lectern.ledger.AppendOnly";
