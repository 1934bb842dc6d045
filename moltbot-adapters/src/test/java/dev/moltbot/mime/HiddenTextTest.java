package dev.moltbot.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that a person would not see are not content, and do not vanish without a trace either. */
class HiddenTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div style='display:none'>EVIL</div>",
        "<div style='DISPLAY : none !important'>EVIL</div>",
        "<div style='dis/**/play:none'>EVIL</div>",
        "<div style='d\\69splay:none'>EVIL</div>",
        "<span style='visibility:hidden'>EVIL</span>",
        "<span style='font-size:0'>EVIL</span>",
        "<span style='font-size:0px;line-height:1'>EVIL</span>",
        "<span style='font-size: 1px'>EVIL</span>",
        "<span style='font:0/0 a'>EVIL</span>",
        "<span style='opacity:0'>EVIL</span>",
        "<span style='opacity:0.01;color:red'>EVIL</span>",
        "<p hidden>EVIL</p>",
        "<div style='max-height:0;overflow:hidden'>EVIL</div>",
        "<div style='position:absolute;left:-9999px'>EVIL</div>",
        "<div style='text-indent:-5000px'>EVIL</div>",
        "<div style='mso-hide:all'>EVIL</div>",
        "<div style='transform:scale(0)'>EVIL</div>",
        "<div style='clip:rect(0, 0, 0, 0)'>EVIL</div>",
        "<font color='white'>EVIL</font>",
        "<span style='color:#fefefe'>EVIL</span>",
        "<span style='color:transparent'>EVIL</span>",
        "<table bgcolor='#000000'><td><span style='color:rgb(0,0,0)'>EVIL</span></table>",
        "<style>.pre{display:none}</style><div class=pre>EVIL</div>",
        "<div style='display:none'><p style='display:block'>EVIL</p></div>",
      })
  void leavesOutAndReports(String hidden) {
    Mail mail = TestMail.html("<p>Hello</p>" + hidden + "<p>Bye</p>");
    assertThat(mail.content().text().reveal()).contains("Hello", "Bye").doesNotContain("EVIL");
    assertThat(mail.content().hidden().reveal()).contains("EVIL");
    assertThat(mail.content().hasHiddenText()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- EVIL -->",
        "<script>EVIL</script>",
        "<style>EVIL</style>",
        "<template>EVIL</template>",
        "<head><title>EVIL</title></head>",
        "<!--[if mso]>EVIL<![endif]-->"
      })
  void passesOverWhatIsNeverText(String markup) {
    Mail mail = TestMail.html(markup + "<p>Hello</p>");
    assertThat(mail.content().text().reveal()).isEqualTo("Hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='font-size:0.9em'>SEEN</p>",
        "<p style='font-size:10px;opacity:0.9'>SEEN</p>",
        "<p style='line-height:0.5;width:100px'>SEEN</p>",
        "<div style='height:0'>SEEN</div>",
        "<div style='background-color:transparent'>SEEN</div>",
        "<td bgcolor=black><font color=white>SEEN</font></td>",
        "<div style='background:#000;color:#fff'>SEEN</div>",
        "<div style='background:url(x.png);color:#fff'>SEEN</div>",
        "<div style='color:#fff'><p style='background:#111'>SEEN</p></div>",
        "<style>@media (max-width:600px){.m{display:none}}</style><p class=m>SEEN</p>",
        "<style>a:hover{display:none}</style><a href=x>SEEN</a>",
        "<div style='margin-left:-10px'>SEEN</div>"
      })
  void keepsWhatAPersonSees(String html) {
    Mail mail = TestMail.html("<table><tr>" + html + "</tr></table>");
    assertThat(mail.content().text().reveal()).isEqualTo("SEEN");
    assertThat(mail.content().hasHiddenText()).isFalse();
  }

  @Test
  void laysWordsOutAsLines() {
    Mail mail =
        TestMail.html(
            "<h1>Tea</h1><p>at  six,\n or<br>seven</p><ul><li>milk<li>sugar</ul>"
                + "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
                + "<pre>x  y\nz</pre>");
    assertThat(mail.content().text().reveal())
        .isEqualTo("Tea\n\nat six, or\nseven\n\n- milk\n- sugar\n\na b\nc\n\nx  y\nz");
  }

  @Test
  void survivesTenThousandNestedElements() {
    Mail mail = TestMail.html("<div>".repeat(10_000) + "deep" + "</div>".repeat(10_000));
    assertThat(mail.content().text().reveal()).isEqualTo("deep");
  }
}
