package org.lectern.content;

/** There is a new library, because an author has saved something. */
public record LibraryChanged(Library library) {}
