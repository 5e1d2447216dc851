package org.firstfix.demo.life;

import org.firstfix.knowledge.query.ArticleList;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.knowledge.usecase.AskForReview;
import org.firstfix.knowledge.usecase.BeginArticle;
import org.firstfix.knowledge.usecase.FollowScript;
import org.firstfix.knowledge.usecase.JudgeArticle;
import org.firstfix.knowledge.usecase.PublishArticle;
import org.firstfix.knowledge.usecase.UseArticle;
import org.springframework.stereotype.Component;

/** What people write knowledge with, and use it. */
@Component
record KnowledgeTools(BeginArticle begin, AskForReview ask, PublishArticle publish, UseArticle use, FollowScript follow, JudgeArticle judge,
        ArticleList list, ArticleView view) {}
