package org.lectern.content;

/** Whom learners ask about a course. */
public record Contact(String name, String email) {}
