package io.github.predella.dashboard.events;

/** The way to one page. Safe for any thread; never waits for the network. */
interface Outlet {

    /** Sends a text as soon as the page takes it; nothing happens when the page is gone. */
    void send(String text);

    /** Ends the stream; the page opens another one when it still wants to know. */
    void end();
}
