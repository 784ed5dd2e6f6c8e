package org.lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The words of all entries, in memory. Immutable, and safe to use from many threads. */
final class Index {

  private static final String CODE = "code";
  private static final String LANGUAGE = "language";

  /** More than any words can score, so that a language counts before them. */
  private static final float FIRST = 10_000;

  /** A name that is found says more than a word on a page. */
  private static final float NAME = 4;

  private static final float STEM = 0.6f;
  private static final float BEGINNING = 0.3f;

  /** Shorter beginnings would find everything. */
  private static final int SHORTEST_BEGINNING = 2;

  private final List<Entry> entries;
  private final IndexSearcher searcher;
  private final long bytes;

  /** @param score higher is better; comes from one search, and cannot be compared with that of another */
  record Hit(Entry entry, float score) {}

  /**
   * Which answers are wanted.
   *
   * @param first those in this language come before all others (BCP 47)
   * @param only the one language to look in, if it is not all
   * @param most how many
   */
  record Wanted(String first, Optional<String> only, int most) {}

  private Index(List<Entry> entries, IndexSearcher searcher, long bytes) {
    this.entries = entries;
    this.searcher = searcher;
    this.bytes = bytes;
  }

  static Index of(List<Entry> entries) {
    // The directory lives as long as the searcher; neither holds anything but memory.
    var directory = new ByteBuffersDirectory();
    try {
      // Never merged, so that the number of a document is that of its entry.
      var settings = new IndexWriterConfig(Words.FIELDS).setMergePolicy(NoMergePolicy.INSTANCE);
      try (var writer = new IndexWriter(directory, settings)) {
        for (var entry : entries) {
          writer.addDocument(document(entry));
        }
      }
      long bytes = 0;
      for (var file : directory.listAll()) {
        bytes += directory.fileLength(file);
      }
      return new Index(List.copyOf(entries), new IndexSearcher(DirectoryReader.open(directory)), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Entry entry) {
    var document = new Document();
    document.add(new TextField(Words.TITLE, entry.title(), Field.Store.NO));
    document.add(new TextField(Words.TEXT, entry.text(), Field.Store.NO));
    document.add(new StringField(LANGUAGE, entry.language(), Field.Store.NO));
    var language = Words.base(entry.language());
    if (Words.STEMMED.contains(language)) {
      document.add(new TextField(Words.stemsField(language), entry.title() + "\n" + entry.text(), Field.Store.NO));
    }
    for (var code : entry.codes()) {
      document.add(new StringField(CODE, Asked.code(code), Field.Store.NO));
      document.add(new StringField(CODE, code.replaceAll("\\D", ""), Field.Store.NO));
    }
    return document;
  }

  int size() {
    return entries.size();
  }

  /** The memory that the words take, in bytes; the entries come on top. */
  long bytes() {
    return bytes;
  }

  /** What says all that was asked for, the best first. */
  List<Hit> find(Asked asked, Wanted wanted) {
    return search(query(query(asked, Occur.MUST), wanted), wanted.most());
  }

  /** What says at least something of what was asked for, the best first. */
  List<Hit> findSome(Asked asked, Wanted wanted) {
    return search(query(query(asked, Occur.SHOULD), wanted), wanted.most());
  }

  private static Query query(Query words, Wanted wanted) {
    var all = new BooleanQuery.Builder().add(words, Occur.MUST)
        .add(new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(LANGUAGE, wanted.first()))), FIRST),
            Occur.SHOULD);
    wanted.only().ifPresent(only -> all.add(new TermQuery(new Term(LANGUAGE, only)), Occur.FILTER));
    return all.build();
  }

  private List<Hit> search(Query query, int most) {
    try {
      var hits = new ArrayList<Hit>();
      for (var found : searcher.search(query, most).scoreDocs) {
        hits.add(new Hit(entries.get(found.doc), found.score));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query query(Asked asked, Occur each) {
    var words = new BooleanQuery.Builder();
    boolean onlySmall = asked.phrases().isEmpty()
        && asked.words().stream().allMatch(word -> Words.isSmall(word.form()));
    for (var word : asked.words()) {
      words.add(query(word), onlySmall || !Words.isSmall(word.form()) ? each : Occur.SHOULD);
    }
    asked.phrases().forEach(phrase -> words.add(phrase(phrase, 0), each));
    if (asked.words().size() > 1) {
      var forms = asked.words().stream().map(Asked.Word::form).toList();
      words.add(new BoostQuery(phrase(forms, 2), 2), Occur.SHOULD);
    }
    var all = new BooleanQuery.Builder().add(words.build(), Occur.SHOULD);
    asked.codes()
        .forEach(code -> all.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(CODE, code))), 100),
            Occur.SHOULD));
    return all.build();
  }

  private static Query query(Asked.Word word) {
    var ways = new ArrayList<Query>();
    ways.add(new TermQuery(new Term(Words.TEXT, word.form())));
    ways.add(new BoostQuery(new TermQuery(new Term(Words.TITLE, word.form())), NAME));
    word.stems()
        .forEach((language, stem) -> ways
            .add(new BoostQuery(new TermQuery(new Term(Words.stemsField(language), stem)), STEM)));
    if (word.isBeginning() && word.form().length() >= SHORTEST_BEGINNING) {
      ways.add(new BoostQuery(new PrefixQuery(new Term(Words.TEXT, word.form())), BEGINNING));
      ways.add(new BoostQuery(new PrefixQuery(new Term(Words.TITLE, word.form())), NAME * BEGINNING));
      ways.add(new BoostQuery(new PrefixQuery(new Term(CODE, word.form())), BEGINNING));
    }
    return new DisjunctionMaxQuery(ways, 0.1f);
  }

  private static Query phrase(List<String> forms, int slop) {
    var words = forms.toArray(String[]::new);
    return new DisjunctionMaxQuery(
        List.of(new PhraseQuery(slop, Words.TEXT, words),
            new BoostQuery(new PhraseQuery(slop, Words.TITLE, words), NAME)),
        0.1f);
  }

  /** Whether anything says this word. */
  boolean has(Asked.Word word) {
    try {
      return searcher.count(query(word)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The word nearest to one that nothing says: one letter away, or two for long ones. */
  Optional<String> nearest(String form) {
    int letters = form.codePointCount(0, form.length());
    if (letters < 4 || form.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    return nearest(Words.TITLE, form, 1).or(() -> nearest(Words.TEXT, form, 1))
        .or(() -> letters < 8 ? Optional.empty() : nearest(Words.TEXT, form, 2));
  }

  private Optional<String> nearest(String field, String form, int edits) {
    try {
      var terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
      if (terms == null) {
        return Optional.empty();
      }
      var near = new FuzzyTermsEnum(terms, new Term(field, form), edits, 0, true);
      var boost = near.attributes().addAttribute(BoostAttribute.class);
      String best = null;
      double bestWorth = 0;
      for (var term = near.next(); term != null; term = near.next()) {
        double worth = boost.getBoost() * 1_000 + Math.log(near.docFreq());
        if (worth > bestWorth) {
          bestWorth = worth;
          best = term.utf8ToString();
        }
      }
      return Optional.ofNullable(best);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The word as a text writes it, with its accents: "éducation" for "education". */
  String asWritten(String form) {
    var asked = new Asked(form, List.of(new Asked.Word(form, Map.of(), form, false)), List.of(), Set.of());
    return search(query(asked, Occur.MUST), 1).stream()
        .map(hit -> hit.entry().title() + "\n" + hit.entry().text())
        .flatMap(text -> Words.written(text)
            .stream()
            .filter(word -> word.form().equals(form))
            .map(word -> text.substring(word.start(), word.end())))
        .findFirst()
        .orElse(form);
  }
}
