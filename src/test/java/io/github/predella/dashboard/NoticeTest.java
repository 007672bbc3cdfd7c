package io.github.predella.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeTest {

    @Test
    void noticeComesBackFromItsCookie() {
        var notice = new Notice(Notice.Kind.FAILED, "images.refused", List.of("a \"name\"; 镜像", "2"));

        assertEquals(Optional.of(notice), Notice.of(notice.text()));
        assertTrue(notice.text().matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void cookieOfSomebodyElseIsNoNotice() {
        assertEquals(Optional.empty(), Notice.of(""));
        assertEquals(Optional.empty(), Notice.of("{}"));
        assertEquals(Optional.empty(), Notice.of("W10"));
    }

    @Test
    void longNoticeStillFitsIntoACookie() {
        var notice = new Notice(Notice.Kind.DONE, "images.done", List.of("x".repeat(5000)));

        assertTrue(notice.text().length() <= 3000);
        assertEquals("images.done", Notice.of(notice.text()).orElseThrow().key());
    }
}
