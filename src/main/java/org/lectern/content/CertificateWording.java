package org.lectern.content;

/** What a course's certificate says: "{name} {wording} {course}", issued by {issuer}. */
public record CertificateWording(Localized wording, Localized issuer) {}
