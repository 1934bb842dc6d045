package dev.moltbot.adapter.whatsappexport;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words beside a time, in the languages a phone writes. The halves of the day are those of the
 * Unicode CLDR 47, dots and blanks taken out; the rest only fills the gap between date and time.
 */
final class ClockWords {
  private static final String BEFORE =
      """
      am amvormittag atm fh fm ib ip öö sa vm yb pg gh eparadites pdt iđitbeaivet prijepodne dop
      dopoledne matin mañana delamañana manhã damanhã priekšpusdienā priešpiet asubuhi ráno rano sáng
      de oo ертеңгі пријеподне претпл дп проб таңкы эи ам утра ночи ранку ночі πμ
      ص صباحا صباحًا بن غم قبلازظهر قظ לפנה״צ לפנהצ לפנה"צ בבוקר
      पूर्वाह्न सुबह मपू सकाळी पूर्वाह्ण এএম পূর্বাহ্ণ সকাল முற்பகல் முப காலை ఏఎం ఎఎమ్ పూర్వాహ్నం
      ಪೂರ್ವಾಹ್ನ ਪੂਦੁ પૂર્વાહ્ન පෙව ก่อนเที่ยง ກ່ອນທ່ຽງ နံနက် ጥዋት ቅቀ
      上午 午前 오전 凌晨 清晨 早上 早晨 清早 半夜 午夜 深夜 새벽 아침
      """;

  private static final String AFTER =
      """
      pm eh em eb ep ös ch nm wb yh ptg gd epasdites mdt eahketbeaivet popodne odp odpoledne pop
      popiet pēcpusdienā popołudniu wieczorem soir tarde datarde delatarde noche notte chiều tối mchana
      du поподне послијеподне попл пп слоб түштөнкийинки эк пм дня вечера вечора μμ
      م مساء مساءً دن غو بعدازظهر بظ אחה״צ אחהצ אחה"צ בערב בצהריים
      अपराह्न शाम मउ दुपारी अपराह्ण পিএম অপরাহ্ণ বিকাল রাত பிற்பகல் பிப மாலை పిఎం పిఎమ్ అపరాహ్నం
      ಅಪರಾಹ್ನ ಅಪ ਬਾਦੁ અપરાહ્ન පව หลังเที่ยง ຫຼັງທ່ຽງ ညနေ ከሰዓት ድቀ
      下午 午後 오후 傍晚 晚上 夜晚 晚间 저녁 밤
      """;

  private static final String NOON = "中午 正午 낮 정오";

  private static final String FILLING =
      """
      klo kl kello um uhr a à as às at au alle ore le les las om o ob v z na la u i lúc pukul jam saat
      tl ora heures uur hod h hs be ad ce m г р год рік о об в у ч час ж жыл στις พศ น เวลา
      في الساعة ساعة و ב בשעה को पर बजे
      """;

  private static final Map<String, DayHalf> MEANINGS = new HashMap<>();

  static {
    put(FILLING, DayHalf.NONE);
    put(BEFORE, DayHalf.BEFORE_NOON);
    put(AFTER, DayHalf.AFTER_NOON);
    put(NOON, DayHalf.NOON);
  }

  private ClockWords() {}

  private static void put(String words, DayHalf meaning) {
    Arrays.stream(words.strip().split("\\s+")).forEach(word -> MEANINGS.put(word, meaning));
  }

  /** What they mean together, or empty when one of them is unknown. */
  static Optional<DayHalf> meaning(String before, String after) {
    var first = meaning(before);
    var second = meaning(after);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    return second.get() == DayHalf.NONE ? first : second;
  }

  private static Optional<DayHalf> meaning(String words) {
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("[.,]", "").strip();
    if (plain.isEmpty()) {
      return Optional.of(DayHalf.NONE);
    }
    DayHalf whole = MEANINGS.get(plain.replace(" ", ""));
    return whole == null ? ofEach(plain.split(" +", -1)) : Optional.of(whole);
  }

  private static Optional<DayHalf> ofEach(String[] words) {
    DayHalf found = DayHalf.NONE;
    for (String word : words) {
      DayHalf meaning = MEANINGS.get(word);
      if (meaning == null) {
        return Optional.empty();
      }
      found = meaning == DayHalf.NONE ? found : meaning;
    }
    return Optional.of(found);
  }
}
