package io.github.predella.data.rest;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.data.Download;
import io.github.predella.data.DownloadRequest;
import io.github.predella.data.DownloadService;
import io.github.predella.data.EndingExecutor;
import io.github.predella.rest.Admission;
import io.github.predella.rest.CallerFilter;
import io.github.predella.rest.ClientAddress;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Serves downloads from local files without copying them through the heap. It stands before the resource classes and
 * only takes what it can answer completely; everything else, refusals included, it leaves to them.
 */
@WebFilter(
        urlPatterns = "/v2/images/*",
        asyncSupported = true,
        // The dashboard leads its own address of a download here.
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class FileDownloadFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Admission admission;
    private final transient DownloadService downloads;
    private final transient EndingExecutor endings;

    @Inject
    public FileDownloadFilter(Admission admission, DownloadService downloads, EndingExecutor endings) {
        this.admission = admission;
        this.downloads = downloads;
        this.endings = endings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean candidate = request.getMethod().equals("GET")
                && request.getRequestURI().endsWith("/file")
                && request.getQueryString() == null
                && request.getContentLengthLong() <= 0;
        var way = candidate ? ZeroCopy.of(request) : Optional.<ZeroCopy>empty();
        if (way.isEmpty() || !isSent(way.get(), request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean isSent(ZeroCopy way, HttpServletRequest request, HttpServletResponse response) {
        try {
            var caller = admission.caller(request.getMethod(), request.getRequestURI(), request::getHeader);
            if (caller.isEmpty()) {
                return false;
            }
            var named = admission.named(caller.get(), request::getHeader);
            var download = open(named, request);
            if (download.isEmpty()) {
                return false;
            }
            return isSent(way, named, download.get(), request, response);
        } catch (Fault refusal) {
            return false;
        }
    }

    /** The download, if it comes from a file and has any bytes. */
    private Optional<Download> open(Caller caller, HttpServletRequest request) {
        String[] path = request.getRequestURI().split("/", -1);
        if (path.length != 5) {
            return Optional.empty();
        }
        var wanted = DownloadRequest.of(request.getHeader("Range"), request.getHeader("Content-Range"))
                .to(ClientAddress.of(request));
        var download = downloads.open(caller, path[3], wanted);
        if (download.isPresent()
                && (download.get().file().isEmpty() || download.get().length() == 0)) {
            download.get().close();
            return Optional.empty();
        }
        return download;
    }

    private boolean isSent(
            ZeroCopy way, Caller caller, Download download, HttpServletRequest request, HttpServletResponse response) {
        FileBody body;
        try {
            body = FileBody.open(download.file().orElseThrow().path(), download.offset(), download.length());
        } catch (IOException unreadable) {
            download.close();
            return false;
        }
        boolean sending = false;
        try {
            response.setStatus(DownloadHeaders.status(download));
            response.setHeader(CallerFilter.ANSWERED_ID, caller.requestId());
            DownloadHeaders.of(download).forEach(response::setHeader);
            response.flushBuffer();
            var async = request.startAsync(request, response);
            // A reader may take hours; whoever stops reading is noticed by the watch over all downloads.
            async.setTimeout(0);
            download.follow(way.transfer(body));
            way.send(body, endings, () -> {
                download.close();
                async.complete();
            });
            sending = true;
        } catch (IOException clientGone) {
            // There is nobody left to answer.
        } finally {
            if (!sending) {
                body.release();
                download.close();
            }
        }
        return true;
    }
}
