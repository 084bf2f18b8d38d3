// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_message.h"

#include <QJsonDocument>

#include <algorithm>

namespace awaitscope {

HttpAnswer jsonAnswer(const QJsonObject &object, int status)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

HttpAnswer errorAnswer(int status, const QString &text)
{
    return jsonAnswer({{QStringLiteral("error"), text}}, status);
}

QJsonObject jsonBody(const HttpRequest &request)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        throw HttpRefusal(400,
            "the body is not JSON: " + error.errorString().toStdString() + " at byte "
                + std::to_string(std::min<qsizetype>(error.offset, request.body.size())) + " of "
                + std::to_string(request.body.size()));
    if (!document.isObject())
        throw HttpRefusal(400, "the body is not a JSON object");
    return document.object();
}

QString errorText(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object().value(QLatin1String("error")).toString();
}

} // namespace awaitscope
