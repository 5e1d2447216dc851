package org.firstfix.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in the database: any node serves any browser, and a restart signs nobody out. */
@Configuration
@EnableJdbcHttpSession(tableName = "platform.spring_session", maxInactiveIntervalInSeconds = 12 * 60 * 60)
class SessionConfiguration {
    /**
     * The last use is written down once a minute, not with every request: else everything that is only read would wait
     * for the disk. A session lasts for hours; a minute makes no difference to it.
     */
    private static final String UPDATE_SELDOM = """
            update %TABLE_NAME% s set session_id = v.session_id, last_access_time = v.used, max_inactive_interval = v.lasts,
              expiry_time = v.expires, principal_name = v.principal
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as integer), cast(? as bigint), cast(? as varchar)))
              v (session_id, used, lasts, expires, principal)
            where s.primary_id = cast(? as char(36)) and (s.last_access_time < v.used - 60000 or s.session_id <> v.session_id
              or s.max_inactive_interval <> v.lasts or s.principal_name is distinct from v.principal)""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastUseOnceAMinute() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE_SELDOM);
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("FIRSTFIX_SESSION");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
