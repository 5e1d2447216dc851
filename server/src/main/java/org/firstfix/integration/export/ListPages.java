package org.firstfix.integration.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads any list of the product page by page, through the very endpoint that the screens use: with its filters, its
 * permission and the caller's scope. So a list that is added later can be exported without a line here, and an export
 * can never show what the list does not.
 */
@Component
public class ListPages {
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final JsonMapper json;

    ListPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<RequestMappingHandlerAdapter> adapter, JsonMapper json) {
        this.mapping = mapping;
        this.adapter = adapter;
        this.json = json;
    }

    /** One page: its rows as JSON, and where the next one starts. */
    public record RowPage(List<JsonNode> rows, Optional<String> next) {}

    /** A list that can be read, and what it has to tell. */
    public record OpenList(String path, List<ListColumns.Column> columns) {}

    /** @throws Problem 404 if there is no such list */
    OpenList open(String list, HttpServletRequest caller) {
        String path = "/api/v1/" + list.replace('.', '/');
        HandlerMethod endpoint = endpoint(chain(new InnerRequest(caller, path, Map.of()), list), list);
        Class<?> row = ListColumns.rowOf(endpoint.getReturnType().getGenericParameterType())
                .orElseThrow(() -> unknown(list));
        return new OpenList(path, ListColumns.of(row));
    }

    /** @param filter the query parameters of the list */
    RowPage page(OpenList list, Map<String, String[]> filter, Optional<String> cursor, HttpServletRequest caller,
            HttpServletResponse response) throws Exception {
        Map<String, String[]> parameters = new HashMap<>(filter);
        parameters.put("limit", new String[] {String.valueOf(PageRequest.LARGEST)});
        parameters.remove("cursor");
        cursor.ifPresent(place -> parameters.put("cursor", new String[] {place}));
        InnerRequest request = new InnerRequest(caller, list.path(), parameters);
        InnerAnswer answer = new InnerAnswer(response);
        HandlerExecutionChain chain = chain(request, list.path());
        // The list asks for its own permission, as it does when it is read on a screen.
        for (HandlerInterceptor interceptor : chain.getInterceptorList()) {
            interceptor.preHandle(request, answer, chain.getHandler());
        }
        adapter.getObject().handle(request, answer, chain.getHandler());
        JsonNode page = json.readTree(answer.body());
        return new RowPage(page.path("items").valueStream().toList(),
                page.path("nextCursor").asStringOpt());
    }

    private HandlerExecutionChain chain(InnerRequest request, String list) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            HandlerExecutionChain chain = mapping.getObject().getHandler(request);
            if (chain == null) {
                throw unknown(list);
            }
            return chain;
        } catch (Problem problem) {
            throw problem;
        } catch (Exception e) {
            throw unknown(list);
        }
    }

    private static HandlerMethod endpoint(HandlerExecutionChain chain, String list) {
        if (chain.getHandler() instanceof HandlerMethod method) {
            return method;
        }
        throw unknown(list);
    }

    private static Problem unknown(String list) {
        return Problem.of(404, "integration.list-unknown", Map.of("list", list));
    }
}
