package org.lectern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * How texts become words. One way for all languages, because nobody says in which language a question is asked: by
 * scripts, without capitals and accents, Arabic without its variants of letters, Han in pairs of characters. And besides,
 * one way for each language that has forms of words: to their stems.
 */
final class Words {

  /** The languages whose words change their form. */
  static final Set<String> STEMMED = Set.of("ar", "en", "es", "fr", "ru");

  /** The names of fields: the folded words of a text or its title, and the stems of both by language. */
  static final String TEXT = "text";

  static final String TITLE = "title";
  private static final String STEMS = "stems-";

  private static final CharArraySet ARTICLES = FrenchAnalyzer.DEFAULT_ARTICLES;
  private static final CharArraySet ENGLISH_QUESTIONS = new CharArraySet(
      List.of("am", "can", "do", "does", "from", "how", "i", "me", "my", "what", "when", "where", "which", "who",
          "why"),
      true);
  private static final int ALL_SCRIPTS = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA
      | CJKBigramFilter.HANGUL;

  private static final Map<String, Analyzer> STEMMERS = new HashMap<>();
  private static final Analyzer WRITTEN = new Folding(true);
  private static final Analyzer ASKED = new Folding(false);
  private static final Set<String> SMALL = small();

  static {
    STEMMED.forEach(language -> STEMMERS.put(language, new Stemming(language)));
  }

  /** For indexing: each field in its way. */
  static final Analyzer FIELDS = new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return field.startsWith(STEMS) ? stemmer(field.substring(STEMS.length())) : WRITTEN;
    }
  };

  private Words() {}

  static String stemsField(String language) {
    return STEMS + language;
  }

  /** The language without its region: {@code pt} of {@code pt-BR}. */
  static String base(String language) {
    return Locale.forLanguageTag(language).getLanguage();
  }

  private static Analyzer stemmer(String language) {
    var stemmer = STEMMERS.get(language);
    return stemmer == null ? WRITTEN : stemmer;
  }

  /**
   * A word as it is compared.
   *
   * @param start where it stands in the text, in UTF-16 units
   * @param end where it ends, exclusive
   */
  record Word(String form, int start, int end) {}

  /** The words of a text: of Han every character and every pair. */
  static List<Word> written(String text) {
    return words(WRITTEN, text);
  }

  /** The words of a question: of Han every pair. */
  static List<Word> asked(String text) {
    return words(ASKED, text);
  }

  /** The stems of the words, for a language without stems the words. */
  static List<Word> stems(String language, String text) {
    return words(stemmer(language), text);
  }

  private static List<Word> words(Analyzer analyzer, String text) {
    var words = new ArrayList<Word>();
    try (var stream = analyzer.tokenStream("", text)) {
      var form = stream.addAttribute(CharTermAttribute.class);
      var place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(form.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** Whether the word says nothing by itself, such as "the". */
  static boolean isSmall(String folded) {
    return SMALL.contains(folded);
  }

  private static Set<String> small() {
    var small = new HashSet<String>();
    for (var set : List.of(ArabicAnalyzer.getDefaultStopSet(), EnglishAnalyzer.getDefaultStopSet(), ENGLISH_QUESTIONS,
        FrenchAnalyzer.getDefaultStopSet(), RussianAnalyzer.getDefaultStopSet(),
        SpanishAnalyzer.getDefaultStopSet())) {
      for (var word : set) {
        asked(new String((char[]) word)).forEach(folded -> small.add(folded.form()));
      }
    }
    // An article to some, and the name of an organization to all.
    small.remove("un");
    return Set.copyOf(small);
  }

  /** Words without capitals, accents, articles with an apostrophe, and variants of letters. */
  private static final class Folding extends Analyzer {
    private final boolean singleCharacters;

    Folding(boolean singleCharacters) {
      this.singleCharacters = singleCharacters;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var words = tokenizer();
      TokenStream folded = new ICUFoldingFilter(new PersianNormalizationFilter(arabic(withoutArticles(words))));
      return new TokenStreamComponents(words, new CJKBigramFilter(folded, ALL_SCRIPTS, singleCharacters));
    }
  }

  /** Words without what their form adds; light, so that different words stay different. */
  private static final class Stemming extends Analyzer {
    private final String language;

    Stemming(String language) {
      this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var words = tokenizer();
      var lower = withoutArticles(words);
      TokenStream stems = switch (language) {
        case "ar" -> new ArabicStemFilter(new ArabicParticles(new PersianNormalizationFilter(arabic(lower))));
        case "en" -> new EnglishMinimalStemFilter(lower);
        case "es" -> new SpanishLightStemFilter(lower);
        case "fr" -> new FrenchLightStemFilter(lower);
        case "ru" -> new RussianLightStemFilter(lower);
        default -> lower;
      };
      return new TokenStreamComponents(words, new ICUFoldingFilter(stems));
    }
  }

  /** Takes off "to", "by" and "so", which Arabic writes as one letter before a word: "لحقوق" is "حقوق". */
  private static final class ArabicParticles extends TokenFilter {
    private static final int SHORTEST_WORD = 4;

    private final CharTermAttribute form = addAttribute(CharTermAttribute.class);

    ArabicParticles(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      var word = form.toString();
      // "لل" is the particle with the article, which the stemmer knows.
      if (word.length() > SHORTEST_WORD && "لبف".indexOf(word.charAt(0)) >= 0 && !word.startsWith("لل")) {
        form.setEmpty().append(word, 1, word.length());
      }
      return true;
    }
  }

  private static ICUTokenizer tokenizer() {
    return new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
  }

  private static TokenStream arabic(TokenStream words) {
    return new ArabicNormalizationFilter(words);
  }

  /** In small letters, without {@code l'}, {@code d'} and the like before a word, and without {@code 's} after it. */
  private static TokenStream withoutArticles(TokenStream words) {
    return new EnglishPossessiveFilter(new ElisionFilter(new ICUNormalizer2Filter(words), ARTICLES));
  }
}
