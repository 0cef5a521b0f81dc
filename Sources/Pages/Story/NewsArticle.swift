/// `NewsArticle` of schema.org, as far as a story page fills it.
struct NewsArticle: Encodable {
    let context = "https://schema.org"
    let type = "NewsArticle"
    let headline: String
    let description: String
    let image: [String]
    let datePublished: String
    let dateModified: String
    let author: [Party]
    let contributor: [Party]
    let publisher: Party
    let commentCount: Int
    let inLanguage: String
    let mainEntityOfPage: String
    let keywords: [String]
    let dateline: String?
    let isAccessibleForFree = true

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case headline, description, image, datePublished, dateModified, author, contributor, publisher, commentCount
        case inLanguage, mainEntityOfPage, keywords, dateline, isAccessibleForFree
    }
}

/// A person or an organization of schema.org.
struct Party: Encodable {
    let type: String
    let name: String
    var url: String?

    enum CodingKeys: String, CodingKey {
        case type = "@type"
        case name, url
    }
}
