package dev.synth.internal.table.number;

import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kind of a text before or behind the digits of a number. */
enum AffixKind {
  /** Nothing. */
  NONE,
  /** A currency's sign, its code of three letters, or an abbreviation of its name. */
  CURRENCY,
  /** A share of a hundred or of a thousand. */
  PERCENT,
  /** A leading apostrophe, by which spreadsheets keep a number a text. */
  APOSTROPHE,
  /** A unit, such as {@code kg}. */
  UNIT,
  /** Something that stands beside no number. */
  OTHER;

  /** The mark behind rupees without paise: {@code 500/-}. */
  static final String WHOLE_RUPEES = "/-";

  /** Currencies, South Africa's among them, whose letters stand in codes, too: {@code R123}. */
  private static final Set<String> LETTERS =
      Set.of("R", "SR", "QR", "KD", "BD", "JD", "DH", "Dh", "Bs", "Tk");

  private static final Set<String> MONEY =
      Set.of(
          "Rs",
          "Rs.",
          "kr",
          "kr.",
          "Kr",
          "Kr.",
          "Fr.",
          "SFr.",
          "SFr",
          "Kč",
          "zł",
          "Ft",
          "lei",
          "лв",
          "лв.",
          "руб",
          "руб.",
          "TL",
          "RM",
          "Rp",
          "Rp.",
          "元",
          "円",
          "원",
          "S/",
          "eur",
          "Eur",
          "ر.س",
          "ر.س.",
          "د.إ",
          "د.إ.",
          "ج.م",
          "ج.م.",
          "د.ك",
          "د.ك.",
          "ریال",
          "تومان",
          "euro",
          "Euro",
          "EURO",
          "euros",
          "usd",
          "Usd",
          "gbp",
          "\u0111",
          "VN\u0110",
          "vn\u0111",
          "Ksh",
          "KSh",
          "Kshs",
          "Tk.",
          "FCFA",
          "F CFA",
          "CFA",
          "Dhs",
          "Bs.",
          "Gs.",
          "B/.",
          "din.",
          "\u0434\u0438\u043d",
          "\u0434\u0438\u043d.",
          "\u0440",
          "\u0440.",
          "\u0433\u0440\u043d",
          "\u0433\u0440\u043d.",
          "\u0441\u0443\u043c",
          "Php");

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Units that are written without a blank; others need one, so that codes are not taken apart. */
  private static final Set<String> UNITS =
      Set.of(
          "kg", "g", "mg", "t", "lb", "lbs", "oz", "km", "m", "cm", "mm", "mi", "ft", "l", "L",
          "ml", "mL", "h", "hr", "hrs", "min", "s", "sec", "ms", "d", "days", "yrs", "kB", "KB",
          "MB", "GB", "TB", "W", "kW", "MW", "kWh", "MWh", "V", "Hz", "kHz", "MHz", "GHz", "°",
          "°C", "°F", "bp", "bps", "px", "rpm", "mph", "km/h", "m/s", "m²", "m³", "k", "K", "M",
          "mn", "mln", "bn", "tn", "B", "T", "Cr", "cr", "Lac", "lac", "x", "×", "\"", "″", "'",
          "′", "cc", "CC", "ccm", "hp", "bhp", "PS", "kcal", "kJ", "mAh", "Ah", "dB", "mol", "ha",
          "mpg", "kPa", "bar", "psi", "mcg", "µg", "nm", "µm", "yr", "mo", "wks", "weeks", "months",
          "pts", "pcs", "pp", "ppm", "mmHg", "º", "ºC", "ºF", "kg/m2", "kg/m²", "g/cm3", "mg/dL",
          "mg/dl", "mmol/L", "mmol/l", "g/dL", "g/L", "km²", "km2", "m2", "ft²", "sqft", "Stk",
          "Stk.");

  /** The texts that follow a time of day, and no number. */
  private static final Set<String> NO_UNITS = Set.of("AM", "PM", "am", "pm", "UTC", "GMT", "Z");

  private static final Pattern SCALED =
      Pattern.compile("(?<scale>\\p{L}+\\.?)[ \\u00a0\\u202f]?(?<money>\\S+)");

  private static final Pattern PREFIXED =
      Pattern.compile("\\p{Lu}{0,3}\\p{Sc}|\\p{Sc}\\p{Lu}{0,3}");

  /** Counters of languages without blanks: {@code 35万}, {@code 12個}. */
  private static final Pattern COUNTER =
      Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]{1,4}");

  /** A price or a rate of one: {@code $12/month}. */
  private static final Pattern PER_ONE =
      Pattern.compile(
          "/ ?(?:sec|second|min|minute|h|hr|hour|day|night|week|wk|month|mo|quarter|year|yr"
              + "|person|head|unit|piece|item|kg|km|mile|Stunde|Std|Tag|Woche|Monat|Mt|Jahr"
              + "|heure|jour|semaine|mois|an|hora|d\u00eda|semana|mes|a\u00f1o|ora|giorno|mese|anno)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}°µº][\\p{L}°²³/\\d]{0,14}\\.?");

  /** Units of several words; {@code Main St} is none. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:sq|cu)\\.?\\h(?:ft|m|km|mi|yd|in|cm|mm)\\.?|fl\\.?\\hoz\\.?|fluid\\hounces?"
              + "|(?:square|cubic)\\h(?:foot|feet|inch(?:es)?|yards?|miles?)"
              + "|(?:square|cubic)\\h(?:centi|kilo)?met(?:er|re)s?"
              + "|metric\\hton(?:ne)?s?|nautical\\hmiles?|\\p{L}{1,14}\\hper\\h\\p{L}{1,10}",
          Pattern.CASE_INSENSITIVE);

  /** Words before a number that is not exact; all cells must have one. */
  private static final Set<String> NEARLY =
      Set.of("~", "\u2248", "ca.", "ca", "approx.", "approx", "about", "circa");

  /**
   * Returns what stands before the digits; only a currency, a percent sign or an apostrophe may.
   */
  static AffixKind before(String text) {
    String bare = NumberShape.strip(text);
    if (bare.isEmpty()) {
      return NONE;
    }
    boolean quoted = NumberShape.canonical(bare.charAt(0)) == '\'';
    if (quoted && bare.length() == 1) {
      return APOSTROPHE;
    }
    if (bare.equals("%")) {
      return PERCENT;
    }
    boolean isWord = Character.isLetter(bare.charAt(0));
    if (NEARLY.contains(bare)
        && (!isWord || NumberShape.isBlank(text.charAt(text.length() - 1)))) { // ca101 is a code
      return UNIT;
    }
    return isMoney(quoted ? NumberShape.strip(bare.substring(1)) : bare) ? CURRENCY : OTHER;
  }

  /**
   * Returns whether a text that stands right beside the digits of a whole number may make it a
   * code: {@code R123}, {@code 38R}.
   */
  static boolean mayBeOfCode(String text) {
    return LETTERS.contains(text);
  }

  /** Returns what stands behind the digits. */
  static AffixKind after(String text) {
    String bare = NumberShape.strip(text);
    if (bare.isEmpty()) {
      return NONE;
    }
    if (bare.equals("%") || bare.equals("‰")) {
      return PERCENT;
    }
    if (isMoney(bare)) {
      return CURRENCY;
    }
    if (bare.equals(WHOLE_RUPEES)) {
      return UNIT;
    }
    boolean isParted = NumberShape.isBlank(text.charAt(0));
    boolean isUnit =
        UNITS.contains(bare)
            || COUNTER.matcher(bare).matches()
            || PER_ONE.matcher(bare).matches()
            || isScaledMoney(bare)
            || !Postings.half(bare).isEmpty()
            || (isParted && WORDS.matcher(bare).matches())
            || (isParted && WORD.matcher(bare).matches() && !NO_UNITS.contains(bare));
    return isUnit ? UNIT : OTHER;
  }

  /** Returns whether a text is a scale before a currency: {@code Mio. €}, {@code k€}. */
  private static boolean isScaledMoney(String text) {
    Matcher scaled = SCALED.matcher(text);
    return scaled.matches()
        && Scales.isScale(scaled.group("scale"))
        && isMoney(scaled.group("money"));
  }

  private static boolean isMoney(String text) {
    return MONEY.contains(text)
        || LETTERS.contains(text)
        || CODES.contains(text)
        || PREFIXED.matcher(text).matches();
  }
}
