package dev.moltbot.adapter.whatsappexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same two messages as phones in many countries write them, Android first, then iPhones. */
class LayoutsTest {
  private static final String FIRST = "2024-12-09T09:05:00Z Ada: one";
  private static final String SECOND = "2024-12-31T21:07:00Z Bo: two: three";

  /** Two lines each; every invisible character is written out. */
  static Stream<List<String>> layouts() {
    return Stream.of(
        two(
            "English (US)",
            "12/9/24, 9:05\u202FAM - Ada: one",
            "12/31/24, 9:07\u202FPM - Bo: two: three"),
        two(
            "English (US), old",
            "12/9/24, 9:05 AM - Ada: one",
            "12/31/24, 9:07 PM - Bo: two: three"),
        two("English (UK)", "09/12/2024, 09:05 - Ada: one", "31/12/2024, 21:07 - Bo: two: three"),
        two(
            "English (India)",
            "09/12/24, 9:05\u202Fam - Ada: one",
            "31/12/24, 9:07\u202Fpm - Bo: two: three"),
        two(
            "English (Canada)",
            "2024-12-09, 9:05\u202Fa.m. - Ada: one",
            "2024-12-31, 9:07\u202Fp.m. - Bo: two: three"),
        two(
            "English (South Africa)",
            "2024/12/09, 09:05 - Ada: one",
            "2024/12/31, 21:07 - Bo: two: three"),
        two("German", "09.12.24, 09:05 - Ada: one", "31.12.24, 21:07 - Bo: two: three"),
        two(
            "German, words",
            "09.12.2024 um 09:05 Uhr - Ada: one",
            "31.12.2024 um 21:07 Uhr - Bo: two: three"),
        two("Spanish", "9/12/24, 9:05 - Ada: one", "31/12/24, 21:07 - Bo: two: three"),
        two(
            "Spanish, halves",
            "9/12/24, 9:05\u202Fa.\u00A0m. - Ada: one",
            "31/12/24, 9:07\u202Fp.\u00A0m. - Bo: two: three"),
        two("French", "09/12/2024, 09:05 - Ada: one", "31/12/2024, 21:07 - Bo: two: three"),
        two(
            "French, words",
            "09/12/2024 à 09:05 - Ada: one",
            "31/12/2024 à 21:07 - Bo: two: three"),
        two(
            "French (Canada)",
            "2024-12-09 09 h 05 - Ada: one",
            "2024-12-31 21 h 07 - Bo: two: three"),
        two("Italian", "09/12/24, 09:05 - Ada: one", "31/12/24, 21:07 - Bo: two: three"),
        two(
            "Portuguese (Brazil)",
            "09/12/2024 09:05 - Ada: one",
            "31/12/2024 21:07 - Bo: two: three"),
        two(
            "Portuguese, words",
            "09/12/2024 às 09:05 - Ada: one",
            "31/12/2024 às 21:07 - Bo: two: three"),
        two("Ukrainian", "09.12.24, 09:05 - Ada: one", "31.12.24, 21:07 - Bo: two: three"),
        two(
            "Ukrainian, halves",
            "09.12.24, 9:05 дп - Ada: one",
            "31.12.24, 9:07 пп - Bo: two: three"),
        two("Russian", "09.12.2024, 09:05 - Ada: one", "31.12.2024, 21:07 - Bo: two: three"),
        two(
            "Bulgarian",
            "9.12.24 г., 9:05 ч. - Ada: one",
            "31.12.24 г., 21:07 ч. - Bo: two: three"),
        two("Turkish", "9.12.2024 09:05 - Ada: one", "31.12.2024 21:07 - Bo: two: three"),
        two(
            "Turkish, halves",
            "9.12.2024 ÖÖ 9:05 - Ada: one",
            "31.12.2024 ÖS 9:07 - Bo: two: three"),
        two("Polish", "9.12.2024, 09:05 - Ada: one", "31.12.2024, 21:07 - Bo: two: three"),
        two("Dutch", "09-12-2024 09:05 - Ada: one", "31-12-2024 21:07 - Bo: two: three"),
        two("Czech", "09.12.24 9:05 - Ada: one", "31.12.24 21:07 - Bo: two: three"),
        two("Czech, spaced", "9. 12. 2024 9:05 - Ada: one", "31. 12. 2024 21:07 - Bo: two: three"),
        two("Croatian", "09. 12. 2024. 09:05 - Ada: one", "31. 12. 2024. 21:07 - Bo: two: three"),
        two("Hungarian", "2024. 12. 09. 9:05 - Ada: one", "2024. 12. 31. 21:07 - Bo: two: three"),
        two("Romanian", "09.12.2024, 09:05 - Ada: one", "31.12.2024, 21:07 - Bo: two: three"),
        two("Greek", "9/12/24, 9:05 π.μ. - Ada: one", "31/12/24, 9:07 μ.μ. - Bo: two: three"),
        two("Finnish", "9.12.2024 klo 9.05 - Ada: one", "31.12.2024 klo 21.07 - Bo: two: three"),
        two("Swedish", "2024-12-09 09:05 - Ada: one", "2024-12-31 21:07 - Bo: two: three"),
        two("Danish", "09/12/2024 09.05 - Ada: one", "31/12/2024 21.07 - Bo: two: three"),
        two("Norwegian", "09.12.2024, 09:05 - Ada: one", "31.12.2024, 21:07 - Bo: two: three"),
        two("Lithuanian", "2024-12-09 09:05 - Ada: one", "2024-12-31 21:07 - Bo: two: three"),
        two(
            "Hebrew",
            "\u200F9.12.2024, 9:05 - Ada: one",
            "\u200F31.12.2024, 21:07 - Bo: two: three"),
        two(
            "Hebrew, halves",
            "9.12.2024, 9:05 לפנה״צ - Ada: one",
            "31.12.2024, 9:07 אחה״צ - Bo: two: three"),
        two(
            "Arabic",
            "٩\u200F/١٢\u200F/٢٠٢٤، ٩:٠٥ ص - Ada: one",
            "٣١\u200F/١٢\u200F/٢٠٢٤، ٩:٠٧ م - Bo: two: three"),
        two(
            "Arabic, Islamic year",
            "٨\u200F/٦\u200F/١٤٤٦، ٩:٠٥ ص - Ada: one",
            "٣٠\u200F/٦\u200F/١٤٤٦، ٩:٠٧ م - Bo: two: three"),
        two(
            "Persian",
            "۱۴۰۳/۹/۱۹،\u200F ۹:۰۵ - Ada: one",
            "۱۴۰۳/۱۰/۱۱،\u200F ۲۱:۰۷ - Bo: two: three"),
        two(
            "Persian, halves",
            "۱۴۰۳/۹/۱۹،\u200F ۹:۰۵ ق.ظ. - Ada: one",
            "۱۴۰۳/۱۰/۱۱،\u200F ۹:۰۷ ب.ظ. - Bo: two: three"),
        two("Hindi", "9/12/24, 9:05 am - Ada: one", "31/12/24, 9:07 pm - Bo: two: three"),
        two(
            "Hindi, words",
            "९/१२/२४, पूर्वाह्न ९:०५ - Ada: one",
            "३१/१२/२४, अपराह्न ९:०७ - Bo: two: three"),
        two("Marathi", "९/१२/२४, ९:०५ AM - Ada: one", "३१/१२/२४, ९:०७ PM - Bo: two: three"),
        two("Bengali", "৯/১২/২৪, ৯:০৫ AM - Ada: one", "৩১/১২/২৪, ৯:০৭ PM - Bo: two: three"),
        two(
            "Tamil",
            "9/12/24, முற்பகல் 9:05 - Ada: one",
            "31/12/24, பிற்பகல் 9:07 - Bo: two: three"),
        two("Thai", "9/12/2567 09:05 - Ada: one", "31/12/2567 21:07 - Bo: two: three"),
        two("Thai, short", "9/12/67 9:05 น. - Ada: one", "31/12/67 21:07 น. - Bo: two: three"),
        two("Indonesian", "09/12/24 09.05 - Ada: one", "31/12/24 21.07 - Bo: two: three"),
        two("Malay", "09/12/2024, 9:05 PG - Ada: one", "31/12/2024, 9:07 PTG - Bo: two: three"),
        two("Vietnamese", "09:05, 09/12/2024 - Ada: one", "21:07, 31/12/2024 - Bo: two: three"),
        two(
            "Vietnamese, halves",
            "9:05 SA, 09/12/2024 - Ada: one",
            "9:07 CH, 31/12/2024 - Bo: two: three"),
        two("Japanese", "2024/12/09 9:05 - Ada: one", "2024/12/31 21:07 - Bo: two: three"),
        two(
            "Japanese, halves",
            "2024/12/09 午前9:05 - Ada: one",
            "2024/12/31 午後9:07 - Bo: two: three"),
        two("Japanese, signs", "2024年12月9日 9:05 - Ada: one", "2024年12月31日 21:07 - Bo: two: three"),
        two("Chinese", "2024/12/9 上午9:05 - Ada: one", "2024/12/31 下午9:07 - Bo: two: three"),
        two(
            "Chinese, times of day",
            "2024/12/9 早上9:05 - Ada: one",
            "2024/12/31 晚上9:07 - Bo: two: three"),
        two(
            "Chinese, signs",
            "2024年12月9日 上午9:05 - Ada: one",
            "2024年12月31日 晚上9:07 - Bo: two: three"),
        two("Korean", "2024. 12. 9. 오전 9:05 - Ada: one", "2024. 12. 31. 오후 9:07 - Bo: two: three"),
        two(
            "Korean, short",
            "24. 12. 9. 오전 9:05 - Ada: one",
            "24. 12. 31. 오후 9:07 - Bo: two: three"),
        two(
            "Korean, signs",
            "2024년 12월 9일 오전 9:05 - Ada: one",
            "2024년 12월 31일 오후 9:07 - Bo: two: three"),
        two("Amharic", "09/12/2024, 9:05 ጥዋት - Ada: one", "31/12/2024, 9:07 ከሰዓት - Bo: two: three"),
        two("long dash", "09.12.24, 09:05 – Ada: one", "31.12.24, 21:07 – Bo: two: three"),
        two("full width", "２０２４／１２／０９ ０９：０５ - Ada: one", "２０２４／１２／３１ ２１：０７ - Bo: two: three"),
        two(
            "iPhone (US)",
            "[12/9/24, 9:05:00\u202FAM] Ada: one",
            "[12/31/24, 9:07:00\u202FPM] Bo: two: three"),
        two(
            "iPhone, marked",
            "\u200E[12/9/24, 9:05:00 AM] Ada: one",
            "\u200E[12/31/24, 9:07:00 PM] Bo: two: three"),
        two(
            "iPhone, German",
            "[09.12.24, 09:05:00] Ada: one",
            "[31.12.24, 21:07:00] Bo: two: three"),
        two(
            "iPhone, French",
            "[09/12/2024 09:05:00] Ada: one",
            "[31/12/2024 21:07:00] Bo: two: three"),
        two(
            "iPhone, Spanish",
            "[9/12/24, 9:05:00 a.\u00A0m.] Ada: one",
            "[31/12/24, 9:07:00 p.\u00A0m.] Bo: two: three"),
        two(
            "iPhone, Dutch",
            "[09-12-2024 09:05:00] Ada: one",
            "[31-12-2024 21:07:00] Bo: two: three"),
        two(
            "iPhone, Finnish",
            "[9.12.2024 klo 9.05.00] Ada: one",
            "[31.12.2024 klo 21.07.00] Bo: two: three"),
        two(
            "iPhone, Swedish",
            "[2024-12-09 09:05:00] Ada: one",
            "[2024-12-31 21:07:00] Bo: two: three"),
        two(
            "iPhone, Norwegian",
            "[09.12.2024, 09:05:00] Ada: one",
            "[31.12.2024, 21:07:00] Bo: two: three"),
        two(
            "iPhone, Danish",
            "[09.12.2024 09.05.00] Ada: one",
            "[31.12.2024 21.07.00] Bo: two: three"),
        two(
            "iPhone, Hebrew",
            "\u200F[9.12.2024, 9:05:00] Ada: one",
            "\u200F[31.12.2024, 21:07:00] Bo: two: three"),
        two(
            "iPhone, Arabic",
            "[٩\u200F/١٢\u200F/٢٠٢٤، ٩:٠٥:٠٠ ص] Ada: one",
            "[٣١\u200F/١٢\u200F/٢٠٢٤، ٩:٠٧:٠٠ م] Bo: two: three"),
        two(
            "iPhone, Japanese",
            "[2024/12/09 9:05:00] Ada: one",
            "[2024/12/31 21:07:00] Bo: two: three"),
        two(
            "iPhone, Chinese",
            "[2024/12/9 上午9:05:00] Ada: one",
            "[2024/12/31 下午9:07:00] Bo: two: three"),
        two(
            "iPhone, Korean",
            "[2024. 12. 9. 오전 9:05:00] Ada: one",
            "[2024. 12. 31. 오후 9:07:00] Bo: two: three"),
        two(
            "iPhone, Thai",
            "[9/12/2567 BE 09:05:00] Ada: one",
            "[31/12/2567 BE 21:07:00] Bo: two: three"),
        two(
            "iPhone, Bulgarian",
            "[9.12.24 г., 9:05:00 ч.] Ada: one",
            "[31.12.24 г., 21:07:00 ч.] Bo: two: three"),
        two("iPhone, old", "09.12.24 09:05:00: Ada: one", "31.12.24 21:07:00: Bo: two: three"));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void readsTheSameOutOfEach(List<String> layout) {
    ReadChat chat = ReadChat.of("_chat.txt", layout.get(1), layout.get(2), "", "four");
    assertThat(chat.said()).as(layout.getFirst()).containsExactly(FIRST, SECOND + "||four");
    assertThat(chat.quarantined()).isEmpty();
  }

  /**
   * Without a second line to compare, what is unclear goes by the layout, or else by the region.
   */
  @ParameterizedTest
  @MethodSource("layouts")
  void readsOneLineAlone(List<String> layout) {
    assertThat(ReadChat.of("_chat.txt", layout.get(2)).said())
        .as(layout.getFirst())
        .containsExactly(SECOND);
  }

  private static List<String> two(String name, String first, String second) {
    return List.of(name, first, second);
  }
}
