package dev.moltbot.adapter.mailfiles;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Gmail's labels and mail programs' folders mean. Takeout writes labels in the language of the
 * account (support.google.com/accounts/answer/3024190 says only that there are labels; the words
 * are those of Gmail's own menus).
 */
final class Labels {

  /** What matters about a mail's place. */
  enum Kind {
    ORDINARY,
    SENT,
    DRAFT,
    SPAM,
    TRASH,
    CHAT;

    /** Why mails of this kind are not read; the live reader leaves them out, too. */
    String leftOut() {
      return switch (this) {
        case DRAFT -> "drafts";
        case SPAM -> "spam";
        case TRASH -> "deleted mail";
        case CHAT -> "Google Chat messages among the mail";
        case ORDINARY, SENT -> "";
      };
    }
  }

  private static final Map<String, Kind> WORDS = new HashMap<>();

  static {
    put(
        Kind.SENT,
        "sent,sent mail,sent items,sent messages,надіслані,відправлені,отправленные,gesendet,"
            + "gesendete objekte,messages envoyés,envoyés,éléments envoyés,enviados,enviadas,"
            + "posta inviata,inviata,inviati,wysłane,verzonden,odeslaná pošta,odeslané,odoslané,"
            + "gönderilmiş postalar,gönderilmiş,skickat,skickade,sendt,lähetetyt,elküldött levelek,"
            + "trimise,изпратени,σταλμένα,נשלח,送信済み,已发送,已傳送,보낸편지함");
    put(
        Kind.DRAFT,
        "drafts,draft,чернетки,черновики,entwürfe,entwurf,brouillons,borradores,rascunhos,bozze,"
            + "wersje robocze,concepten,koncepty,taslaklar,utkast,kladder,luonnokset,piszkozatok,"
            + "mesaje nefinalizate,чернови,πρόχειρα,טיוטות,下書き,草稿,임시보관함");
    put(
        Kind.SPAM,
        "spam,junk,junk mail,junk e-mail,спам,pourrier,courrier indésirable,correo no deseado,"
            + "posta indesiderata,ongewenst,nevyžádaná pošta,roskaposti,skräppost,søppelpost,"
            + "levélszemét,ανεπιθύμητα,דואר זבל,迷惑メール,垃圾邮件,垃圾郵件,스팸함");
    put(
        Kind.TRASH,
        "trash,bin,deleted,deleted items,deleted messages,кошик,видалені,корзина,удаленные,"
            + "papierkorb,corbeille,papelera,lixeira,lixo,cestino,kosz,prullenbak,koš,kôš,"
            + "çöp kutusu,papperskorg,papirkurv,roskakori,kuka,coș de gunoi,кошче,"
            + "κάδος απορριμμάτων,אשפה,ゴミ箱,已删除邮件,垃圾桶,휴지통");
    put(Kind.CHAT, "chat,chats,чат,чати,чаты");
  }

  private Labels() {}

  private static void put(Kind kind, String words) {
    List.of(words.split(",", -1)).forEach(word -> WORDS.put(word, kind));
  }

  /** The labels of {@code X-Gmail-Labels}; what keeps a mail out wins over Sent. */
  static Kind ofLabels(String labels) {
    Kind kind = Kind.ORDINARY;
    for (String label : labels.split(",", -1)) {
      Kind one = WORDS.getOrDefault(plain(label), Kind.ORDINARY);
      kind = one.compareTo(kind) > 0 ? one : kind;
    }
    return kind;
  }

  /** A folder of a mail program, by its last name. */
  static Kind ofFolder(String name) {
    return WORDS.getOrDefault(plain(name), Kind.ORDINARY);
  }

  private static String plain(String label) {
    return label.replace("\"", "").strip().toLowerCase(Locale.ROOT);
  }
}
