package org.lectern.content;

/** An author has saved something, and this is served from now on. Told on the thread that watches the files. */
public record LibraryChanged(Library library) {}
