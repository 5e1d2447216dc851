package org.firstfix.integration.export;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Catches the answer to an inner request; nothing of it reaches the caller's own response. */
final class InnerAnswer extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(64 * 1024);
    private int status = 200;

    InnerAnswer(HttpServletResponse response) {
        super(response);
    }

    byte[] body() {
        return body.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("An inner answer is written at once.");
            }

            @Override
            public void write(int value) {
                body.write(value);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(body, true, StandardCharsets.UTF_8);
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void flushBuffer() {
        // There is nobody to flush to.
    }

    @Override
    public void reset() {
        body.reset();
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public void setHeader(String name, String value) {
        // Headers of a page are none of the file.
    }

    @Override
    public void addHeader(String name, String value) {
        // As above.
    }

    @Override
    public void setDateHeader(String name, long value) {
        // As above.
    }

    @Override
    public void addDateHeader(String name, long value) {
        // As above.
    }

    @Override
    public void setIntHeader(String name, int value) {
        // As above.
    }

    @Override
    public void addIntHeader(String name, int value) {
        // As above.
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return List.of();
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.of();
    }

    @Override
    public boolean containsHeader(String name) {
        return false;
    }

    @Override
    public void setContentType(@Nullable String type) {
        // As above.
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public void setContentLength(int length) {
        // As above.
    }

    @Override
    public void setContentLengthLong(long length) {
        // As above.
    }

    @Override
    public void setCharacterEncoding(String charset) {
        // As above.
    }

    @Override
    public void setLocale(Locale locale) {
        // As above.
    }
}
