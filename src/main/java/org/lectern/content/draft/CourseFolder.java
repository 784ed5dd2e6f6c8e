package org.lectern.content.draft;

import java.util.List;
import java.util.Map;

/**
 * The files of one course.
 *
 * @param name of the folder
 * @param texts everything but media, sorted as authors number them
 * @param media by path
 * @param hash SHA-256 over the paths and contents of all files
 */
public record CourseFolder(String name, List<SourceFile> texts, Map<String, MediaSource> media, String hash) {}
