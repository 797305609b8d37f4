package dev.synth.internal.table.cell;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of months and of days of the week in one language, as dates have them.
 *
 * <p>The tables are our own. Those of the JDK change between its releases, and a file must be read
 * and written in the same way by all of them.
 *
 * @param code the language's two letters in ISO 639-1
 * @param months the sets of names of months, each in the order of the year, short ones first
 * @param days the sets of names of days, each from Monday on, short ones first
 */
record Language(String code, List<NameSet> months, List<NameSet> days) {
  /** The languages, the first one being taken where several fit. */
  static final List<Language> ALL =
      List.of(
          new Language(
              "en",
              months(
                  "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
                  "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
                  "Jan Feb March April May June July Aug Sept Oct Nov Dec",
                  "+January February March April May June July August September October November"
                      + " December"),
              days(
                  "Mon Tue Wed Thu Fri Sat Sun",
                  "Mon Tues Wed Thurs Fri Sat Sun",
                  "+Monday Tuesday Wednesday Thursday Friday Saturday Sunday")),
          new Language(
              "de",
              months(
                  "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
                  "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
                  "Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez",
                  "Jän Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
                  "+Januar Februar März April Mai Juni Juli August September Oktober November"
                      + " Dezember",
                  "+Jänner Februar März April Mai Juni Juli August September Oktober November"
                      + " Dezember",
                  "+Jaenner Februar Maerz April Mai Juni Juli August September Oktober November"
                      + " Dezember"),
              days(
                  "Mo Di Mi Do Fr Sa So",
                  "Mon Die Mit Don Fre Sam Son",
                  "+Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
                  "+Montag Dienstag Mittwoch Donnerstag Freitag Sonnabend Sonntag")),
          new Language(
              "fr",
              months(
                  "Janv Févr Mars Avr Mai Juin Juil Août Sept Oct Nov Déc",
                  "Jan Fév Mar Avr Mai Jun Jul Aoû Sep Oct Nov Déc",
                  "Janv Fév Mars Avr Mai Juin Juil Août Sept Oct Nov Déc",
                  "+Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre"
                      + " Décembre"),
              days(
                  "Lun Mar Mer Jeu Ven Sam Dim",
                  "+Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche")),
          new Language(
              "es",
              months(
                  "Ene Feb Mar Abr May Jun Jul Ago Sep Oct Nov Dic",
                  "Ene Feb Mar Abr May Jun Jul Ago Sept Oct Nov Dic",
                  "Ene Feb Mar Abr May Jun Jul Ago Set Oct Nov Dic",
                  "+Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre"
                      + " Diciembre",
                  "+Enero Febrero Marzo Abril Mayo Junio Julio Agosto Setiembre Octubre Noviembre"
                      + " Diciembre"),
              days(
                  "Lun Mar Mié Jue Vie Sáb Dom",
                  "+Lunes Martes Miércoles Jueves Viernes Sábado Domingo")),
          new Language(
              "it",
              months(
                  "Gen Feb Mar Apr Mag Giu Lug Ago Set Ott Nov Dic",
                  "Genn Febbr Mar Apr Magg Giu Lug Ago Sett Ott Nov Dic",
                  "+Gennaio Febbraio Marzo Aprile Maggio Giugno Luglio Agosto Settembre Ottobre"
                      + " Novembre Dicembre"),
              days(
                  "Lun Mar Mer Gio Ven Sab Dom",
                  "+Lunedì Martedì Mercoledì Giovedì Venerdì Sabato Domenica")),
          new Language(
              "pt",
              months(
                  "Jan Fev Mar Abr Mai Jun Jul Ago Set Out Nov Dez",
                  "+Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro"
                      + " Dezembro"),
              days(
                  "Seg Ter Qua Qui Sex Sáb Dom",
                  "+Segunda Terça Quarta Quinta Sexta Sábado Domingo",
                  "+Segunda-feira Terça-feira Quarta-feira Quinta-feira Sexta-feira Sábado"
                      + " Domingo")),
          new Language(
              "nl",
              months(
                  "Jan Feb Mrt Apr Mei Jun Jul Aug Sep Okt Nov Dec",
                  "+Januari Februari Maart April Mei Juni Juli Augustus September Oktober November"
                      + " December"),
              days(
                  "Ma Di Wo Do Vr Za Zo",
                  "+Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag")),
          new Language(
              "pl",
              months(
                  "Sty Lut Mar Kwi Maj Cze Lip Sie Wrz Paź Lis Gru",
                  "+Stycznia Lutego Marca Kwietnia Maja Czerwca Lipca Sierpnia Września"
                      + " Października Listopada Grudnia",
                  "+Styczeń Luty Marzec Kwiecień Maj Czerwiec Lipiec Sierpień Wrzesień Październik"
                      + " Listopad Grudzień"),
              days(
                  "Pon Wt Śr Czw Pt Sob Niedz",
                  "Pn Wt Śr Cz Pt So Nd",
                  "+Poniedziałek Wtorek Środa Czwartek Piątek Sobota Niedziela")),
          new Language(
              "sv",
              months(
                  "Jan Feb Mar Apr Maj Jun Jul Aug Sep Okt Nov Dec",
                  "Jan Feb Mars Apr Maj Juni Juli Aug Sept Okt Nov Dec",
                  "+Januari Februari Mars April Maj Juni Juli Augusti September Oktober November"
                      + " December"),
              days(
                  "Mån Tis Ons Tor Fre Lör Sön",
                  "Mån Tis Ons Tors Fre Lör Sön",
                  "+Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag")),
          new Language(
              "da",
              months(
                  "Jan Feb Mar Apr Maj Jun Jul Aug Sep Okt Nov Dec",
                  "+Januar Februar Marts April Maj Juni Juli August September Oktober November"
                      + " December"),
              days(
                  "Man Tir Ons Tor Fre Lør Søn",
                  "+Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag")),
          new Language(
              "nb",
              months(
                  "Jan Feb Mar Apr Mai Jun Jul Aug Sep Okt Nov Des",
                  "+Januar Februar Mars April Mai Juni Juli August September Oktober November"
                      + " Desember"),
              days(
                  "Man Tir Ons Tor Fre Lør Søn",
                  "+Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag")),
          new Language(
              "fi",
              months(
                  "Tammi Helmi Maalis Huhti Touko Kesä Heinä Elo Syys Loka Marras Joulu",
                  "+Tammikuuta Helmikuuta Maaliskuuta Huhtikuuta Toukokuuta Kesäkuuta Heinäkuuta"
                      + " Elokuuta Syyskuuta Lokakuuta Marraskuuta Joulukuuta",
                  "+Tammikuu Helmikuu Maaliskuu Huhtikuu Toukokuu Kesäkuu Heinäkuu Elokuu Syyskuu"
                      + " Lokakuu Marraskuu Joulukuu"),
              days(
                  "Ma Ti Ke To Pe La Su",
                  "+Maanantaina Tiistaina Keskiviikkona Torstaina Perjantaina Lauantaina"
                      + " Sunnuntaina",
                  "+Maanantai Tiistai Keskiviikko Torstai Perjantai Lauantai Sunnuntai")),
          new Language(
              "cs",
              months(
                  "Led Úno Bře Dub Kvě Čvn Čvc Srp Zář Říj Lis Pro",
                  "+Ledna Února Března Dubna Května Června Července Srpna Září Října Listopadu"
                      + " Prosince",
                  "+Leden Únor Březen Duben Květen Červen Červenec Srpen Září Říjen Listopad"
                      + " Prosinec"),
              days("Po Út St Čt Pá So Ne", "+Pondělí Úterý Středa Čtvrtek Pátek Sobota Neděle")),
          new Language(
              "ro",
              months(
                  "Ian Feb Mar Apr Mai Iun Iul Aug Sep Oct Noi Dec",
                  "Ian Feb Mar Apr Mai Iun Iul Aug Sept Oct Nov Dec",
                  "+Ianuarie Februarie Martie Aprilie Mai Iunie Iulie August Septembrie Octombrie"
                      + " Noiembrie Decembrie"),
              days(
                  "Lun Mar Mie Joi Vin Sâm Dum",
                  "+Luni Marți Miercuri Joi Vineri Sâmbătă Duminică")),
          new Language(
              "tr",
              months(
                  "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
                  "+Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
              days(
                  "Pzt Sal Çar Per Cum Cmt Paz",
                  "+Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar")),
          new Language(
              "id",
              months(
                  "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
                  "Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nov Des",
                  "+Januari Februari Maret April Mei Juni Juli Agustus September Oktober November"
                      + " Desember"),
              days("Sen Sel Rab Kam Jum Sab Min", "+Senin Selasa Rabu Kamis Jumat Sabtu Minggu")),
          new Language(
              "ru",
              months(
                  "Янв Фев Мар Апр Май Июн Июл Авг Сен Окт Ноя Дек",
                  "Янв Февр Март Апр Май Июнь Июль Авг Сент Окт Нояб Дек",
                  "+Января Февраля Марта Апреля Мая Июня Июля Августа Сентября Октября Ноября"
                      + " Декабря",
                  "+Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь"
                      + " Декабрь"),
              days(
                  "Пн Вт Ср Чт Пт Сб Вс",
                  "+Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье")),
          new Language(
              "uk",
              months(
                  "Січ Лют Бер Кві Тра Чер Лип Сер Вер Жов Лис Гру",
                  "+Січня Лютого Березня Квітня Травня Червня Липня Серпня Вересня Жовтня Листопада"
                      + " Грудня",
                  "+Січень Лютий Березень Квітень Травень Червень Липень Серпень Вересень Жовтень"
                      + " Листопад Грудень"),
              days(
                  "Пн Вт Ср Чт Пт Сб Нд",
                  "+Понеділок Вівторок Середа Четвер Пʼятниця Субота Неділя")),
          new Language(
              "bg",
              months(
                  "Яну Фев Мар Апр Май Юни Юли Авг Сеп Окт Ное Дек",
                  "+Януари Февруари Март Април Май Юни Юли Август Септември Октомври Ноември"
                      + " Декември"),
              days(
                  "Пн Вт Ср Чт Пт Сб Нд",
                  "+Понеделник Вторник Сряда Четвъртък Петък Събота Неделя")),
          new Language(
              "el",
              months(
                  "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ",
                  "+Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου"
                      + " Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
                  "+Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος"
                      + " Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος"),
              days(
                  "Δευ Τρι Τετ Πεμ Παρ Σαβ Κυρ",
                  "+Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή")),
          new Language(
              "hu",
              months(
                  "Jan Febr Márc Ápr Máj Jún Júl Aug Szept Okt Nov Dec",
                  "Jan Feb Már Ápr Máj Jún Júl Aug Sze Okt Nov Dec",
                  "+Január Február Március Április Május Június Július Augusztus Szeptember Október"
                      + " November December"),
              days(
                  "Hé Ke Sze Csü Pé Szo Va",
                  "+Hétfő Kedd Szerda Csütörtök Péntek Szombat Vasárnap")),
          new Language(
              "sk",
              months(
                  "Jan Feb Mar Apr Máj Jún Júl Aug Sep Okt Nov Dec",
                  "+Januára Februára Marca Apríla Mája Júna Júla Augusta Septembra Októbra"
                      + " Novembra Decembra",
                  "+Január Február Marec Apríl Máj Jún Júl August September Október November"
                      + " December"),
              days("Po Ut St Št Pi So Ne", "+Pondelok Utorok Streda Štvrtok Piatok Sobota Nedeľa")),
          new Language(
              "ar",
              months(
                  "+يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
                  "+جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر"),
              days("+الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد")),
          new Language(
              "hi",
              months(
                  "+जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
                  "+जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर"),
              days("+सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार")));

  /** English. */
  static final Language ENGLISH = ALL.getFirst();

  /**
   * A set of names.
   *
   * @param isFull whether none is shortened
   * @param names the names without dots, with capital first letters
   */
  record NameSet(boolean isFull, List<String> names) {
    NameSet {
      names = List.copyOf(names);
    }
  }

  private static final Set<String> USUAL_ENGLISH = usualEnglish();

  Language {
    months = List.copyOf(months);
    days = List.copyOf(days);
  }

  /** Returns whether a name in any case is an English one in full or of three letters. */
  static boolean isUsualEnglish(String name) {
    return USUAL_ENGLISH.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Set<String> usualEnglish() {
    Set<String> usual = new HashSet<>();
    for (List<NameSet> sets : List.of(ENGLISH.months, ENGLISH.days)) {
      for (NameSet set : List.of(sets.getFirst(), sets.getLast())) {
        set.names.forEach(name -> usual.add(name.toLowerCase(Locale.ROOT)));
      }
    }
    return Set.copyOf(usual);
  }

  private static List<NameSet> months(String... sets) {
    return sets(12, sets);
  }

  private static List<NameSet> days(String... sets) {
    return sets(7, sets);
  }

  /** A plus stands before full names. */
  private static List<NameSet> sets(int length, String... sets) {
    return Arrays.stream(sets)
        .map(
            set -> {
              boolean isFull = set.startsWith("+");
              List<String> names = List.of((isFull ? set.substring(1) : set).split(" ", -1));
              if (names.size() != length) {
                throw new IllegalStateException(set);
              }
              return new NameSet(isFull, names);
            })
        .toList();
  }
}
