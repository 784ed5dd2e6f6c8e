-- Few statements void another, and statement_voided holds those; this one held a line for each of all the others as well.
drop index statement_voids;
