package sourcebook.teams;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;

/** Lets through only what is posted as JSON and is no larger than Teams' own activities are; the body is read here, once. */
final class Gate extends HttpFilter {
    /** An activity of Teams has at most some 100 KB. */
    static final int MAX_BYTES = 256 << 10;

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Teams posts here");
            return;
        }
        if (!Objects.requireNonNullElse(request.getContentType(), "").startsWith("application/json")) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "not JSON");
            return;
        }
        boolean announced = request.getContentLengthLong() > MAX_BYTES;
        byte[] body = announced ? new byte[0] : request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (announced || body.length > MAX_BYTES) {
            response.setHeader("Connection", "close");
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too large");
            return;
        }
        request.setAttribute(TeamsServlet.BODY, body);
        chain.doFilter(request, response);
    }

    static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(why + "\n");
    }
}
