package org.firstfix.knowledge.web;

import org.firstfix.knowledge.usecase.AskForReview;
import org.firstfix.knowledge.usecase.PublishArticle;
import org.firstfix.knowledge.usecase.RetireArticle;
import org.firstfix.knowledge.usecase.SendArticleBack;
import org.firstfix.knowledge.usecase.TakeArticleUpAgain;
import org.springframework.stereotype.Component;

/** The steps of an article. */
@Component
record ArticleSteps(AskForReview askForReview, SendArticleBack sendBack, PublishArticle publish, RetireArticle retire,
        TakeArticleUpAgain takeUpAgain) {}
