/// The languages of the world as words of a vocabulary, so that no programme file has to list them.
extension Vocabulary {
    /// The languages with a code of ISO 639-1, by that code: names in Japanese and English, what speakers call
    /// them, and the codes of three letters (ISO 639-2).
    ///
    /// Names after the Unicode Common Locale Data Repository (https://cldr.unicode.org/); further spellings are
    /// those that exports use.
    package static let languages = Vocabulary(
        tags: table.split(separator: "\n").compactMap { line in
            let words = line.split(separator: "|").map(String.init)
            guard words.count >= 3 else { return nil }
            return Tag(
                key: words[0], label: Bilingual(ja: words[1], en: words[2]),
                aliases: Array(words.dropFirst(3)))
        })

    /// One language a line: code, Japanese name, English name, other spellings.
    private static let table = """
        aa|アファル語|Afar|Qafar|aar
        ab|アブハズ語|Abkhazian|Аԥсшәа|abk
        ae|アヴェスタ語|Avestan|ave
        af|アフリカーンス語|Afrikaans|afr
        ak|アカン語|Akan|aka
        am|アムハラ語|Amharic|አማርኛ|amh
        an|アラゴン語|Aragonese|aragonés|arg
        ar|アラビア語|Arabic|العربية|ara
        as|アッサム語|Assamese|অসমীয়া|asm
        av|アヴァル語|Avaric|ava
        ay|アイマラ語|Aymara|aym
        az|アゼルバイジャン語|Azerbaijani|azərbaycan|aze
        ba|バシキール語|Bashkir|башҡорт теле|bak
        be|ベラルーシ語|Belarusian|беларуская|bel
        bg|ブルガリア語|Bulgarian|български|bul
        bi|ビスラマ語|Bislama|bis
        bm|バンバラ語|Bambara|bamanakan|bam
        bn|ベンガル語|Bengali|バングラ語|Bangla|বাংলা|ben
        bo|チベット語|Tibetan|བོད་སྐད་|bod|tib
        br|ブルトン語|Breton|brezhoneg|bre
        bs|ボスニア語|Bosnian|bosanski|bos
        ca|カタロニア語|Catalan|català|cat
        ce|チェチェン語|Chechen|нохчийн|che
        ch|チャモロ語|Chamorro|cha
        co|コルシカ語|Corsican|corsu|cos
        cr|クリー語|Cree|cre
        cs|チェコ語|Czech|čeština|ces|cze
        cu|教会スラブ語|Church Slavic|церковнослове́нскїй|chu
        cv|チュヴァシ語|Chuvash|чӑваш|chv
        cy|ウェールズ語|Welsh|Cymraeg|cym|wel
        da|デンマーク語|Danish|dansk|dan
        de|ドイツ語|German|Deutsch|独語|deu|ger
        dv|ディベヒ語|Divehi|ދިވެހިބަސް|div
        dz|ゾンカ語|Dzongkha|རྫོང་ཁ|dzo
        ee|エウェ語|Ewe|eʋegbe
        el|ギリシャ語|Greek|Ελληνικά|ell|gre
        en|英語|English|eng
        eo|エスペラント語|Esperanto|epo
        es|スペイン語|Spanish|Español|Castilian|西語|spa
        et|エストニア語|Estonian|eesti|est
        eu|バスク語|Basque|euskara|eus|baq
        fa|ペルシア語|Persian|ダリー語|Dari|Farsi|فارسی|fas|per
        ff|フラ語|Fula|Pulaar|Fulah|ful
        fi|フィンランド語|Finnish|suomi|fin
        fj|フィジー語|Fijian|fij
        fo|フェロー語|Faroese|føroyskt|fao
        fr|フランス語|French|Français|仏語|fra|fre
        fy|西フリジア語|Western Frisian|Frysk|fry
        ga|アイルランド語|Irish|Gaeilge|gle
        gd|スコットランド・ゲール語|Scottish Gaelic|Gàidhlig|gla
        gl|ガリシア語|Galician|galego|glg
        gn|グアラニー語|Guarani|avañe’ẽ|grn
        gu|グジャラート語|Gujarati|ગુજરાતી|guj
        gv|マン島語|Manx|Gaelg|glv
        ha|ハウサ語|Hausa|hau
        he|ヘブライ語|Hebrew|Modern Hebrew|עברית|heb
        hi|ヒンディー語|Hindi|हिन्दी|हिंदी|hin
        ho|ヒリモツ語|Hiri Motu|hmo
        hr|クロアチア語|Croatian|hrvatski|hrv
        ht|ハイチ・クレオール語|Haitian Creole|Haitian|Kreyòl Ayisyen|hat
        hu|ハンガリー語|Hungarian|magyar|hun
        hy|アルメニア語|Armenian|հայերեն|hye|arm
        hz|ヘレロ語|Herero|her
        ia|インターリングア|Interlingua|ina
        id|インドネシア語|Indonesian|Bahasa Indonesia|Indonesia|ind
        ie|インターリング|Interlingue|ile
        ig|イボ語|Igbo|ibo
        ii|四川イ語|Sichuan Yi|ꆈꌠꉙ|iii
        ik|イヌピアック語|Inupiaq|ipk
        io|イド語|Ido
        is|アイスランド語|Icelandic|íslenska|isl|ice
        it|イタリア語|Italian|Italiano|伊語|ita
        iu|イヌクティトット語|Inuktitut|ᐃᓄᒃᑎᑐᑦ|iku
        ja|日本語|Japanese|国語|jpn
        jv|ジャワ語|Javanese|Jawa|jav
        ka|ジョージア語|Georgian|ქართული|kat|geo
        kg|コンゴ語|Kongo|kon
        ki|キクユ語|Kikuyu|Gikuyu|kik
        kj|クワニャマ語|Kuanyama|kua
        kk|カザフ語|Kazakh|қазақ тілі|kaz
        kl|グリーンランド語|Kalaallisut|kal
        km|クメール語|Khmer|カンボジア語|Cambodian|ខ្មែរ|khm
        kn|カンナダ語|Kannada|ಕನ್ನಡ|kan
        ko|韓国語|Korean|朝鮮語|한국어|kor
        kr|カヌリ語|Kanuri|kau
        ks|カシミール語|Kashmiri|کٲشُر|kas
        ku|クルド語|Kurdish|kurdî (kurmancî)|kur
        kv|コミ語|Komi|kom
        kw|コーンウォール語|Cornish|kernewek|cor
        ky|キルギス語|Kyrgyz|Kirghiz|кыргызча|kir
        la|ラテン語|Latin|Latina|lat
        lb|ルクセンブルク語|Luxembourgish|Lëtzebuergesch|ltz
        lg|ガンダ語|Ganda|Luganda|lug
        li|リンブルフ語|Limburgish|Limburgan|lim
        ln|リンガラ語|Lingala|lingála|lin
        lo|ラオ語|Lao|Laotian|ລາວ
        lt|リトアニア語|Lithuanian|lietuvių|lit
        lu|ルバ・カタンガ語|Luba-Katanga|Tshiluba|lub
        lv|ラトビア語|Latvian|latviešu|lav
        mg|マダガスカル語|Malagasy|mlg
        mh|マーシャル語|Marshallese|mah
        mi|マオリ語|Māori|Maori|mri|mao
        mk|マケドニア語|Macedonian|македонски|mkd|mac
        ml|マラヤーラム語|Malayalam|മലയാളം|mal
        mn|モンゴル語|Mongolian|モンゴル|монгол|mon
        mr|マラーティー語|Marathi|मराठी|mar
        ms|マレー語|Malay|マレーシア語|Malaysian|Melayu|msa|may
        mt|マルタ語|Maltese|Malti|mlt
        my|ミャンマー語|Burmese|ビルマ語|Myanmar|မြန်မာ|mya|bur
        na|ナウル語|Nauru|nau
        nb|ノルウェー語(ブークモール)|Norwegian Bokmål|norsk bokmål|nob
        nd|北ンデベレ語|North Ndebele|isiNdebele|nde
        ne|ネパール語|Nepali|नेपाली|nep
        ng|ンドンガ語|Ndonga|ndo
        nl|オランダ語|Dutch|Nederlands|Flemish|nld|dut
        nn|ノルウェー語(ニーノシュク)|Norwegian Nynorsk|norsk nynorsk|nno
        no|ノルウェー語|Norwegian|norsk|nor
        nr|南ンデベレ語|South Ndebele|nbl
        nv|ナバホ語|Navajo|Diné Bizaad|nav
        ny|ニャンジャ語|Nyanja|Chichewa|nya
        oc|オック語|Occitan|oci
        oj|オジブウェー語|Ojibwa|oji
        om|オロモ語|Oromo|Oromoo|orm
        or|オディア語|Odia|Oriya|ଓଡ଼ିଆ|ori
        os|オセット語|Ossetic|ирон|Ossetian|oss
        pa|パンジャブ語|Punjabi|Panjabi|ਪੰਜਾਬੀ|pan
        pi|パーリ語|Pali|pli
        pl|ポーランド語|Polish|polski|pol
        ps|パシュトゥー語|Pashto|پښتو|Pushto|pus
        pt|ポルトガル語|Portuguese|ブラジルポルトガル語|Português|Brazilian Portuguese|por
        qu|ケチュア語|Quechua|Runasimi|que
        rm|ロマンシュ語|Romansh|rumantsch|roh
        rn|ルンディ語|Rundi|Ikirundi|run
        ro|ルーマニア語|Romanian|Moldovan|română|ron|rum
        ru|ロシア語|Russian|Русский|露語|rus
        rw|キニアルワンダ語|Kinyarwanda|Ikinyarwanda|kin
        sa|サンスクリット語|Sanskrit|संस्कृत भाषा|san
        sc|サルデーニャ語|Sardinian|sardu|srd
        sd|シンド語|Sindhi|سنڌي|snd
        se|北サーミ語|Northern Sami|davvisámegiella|sme
        sg|サンゴ語|Sango|Sängö|sag
        si|シンハラ語|Sinhala|Sinhalese|සිංහල|sin
        sk|スロバキア語|Slovak|slovenčina|slk|slo
        sl|スロベニア語|Slovenian|slovenščina|slv
        sm|サモア語|Samoan|smo
        sn|ショナ語|Shona|chiShona|sna
        so|ソマリ語|Somali|Soomaali|som
        sq|アルバニア語|Albanian|shqip|sqi|alb
        sr|セルビア語|Serbian|српски|srp
        ss|スワジ語|Swati|siSwati|ssw
        st|南部ソト語|Southern Sotho|Sesotho|sot
        su|スンダ語|Sundanese|Basa Sunda|sun
        sv|スウェーデン語|Swedish|svenska|swe
        sw|スワヒリ語|Swahili|Kiswahili|swa
        ta|タミル語|Tamil|தமிழ்|tam
        te|テルグ語|Telugu|తెలుగు|tel
        tg|タジク語|Tajik|тоҷикӣ|tgk
        th|タイ語|Thai|ไทย|ภาษาไทย|tha
        ti|ティグリニア語|Tigrinya|ትግርኛ|tir
        tk|トルクメン語|Turkmen|türkmen dili|tuk
        tl|タガログ語|Tagalog|フィリピノ語|フィリピン語|Filipino|fil|tgl
        tn|ツワナ語|Tswana|Setswana|tsn
        to|トンガ語|Tongan|lea fakatonga|ton
        tr|トルコ語|Turkish|Türkçe|tur
        ts|ツォンガ語|Tsonga|Xitsonga|tso
        tt|タタール語|Tatar|татар|tat
        tw|トウィ語|Twi
        ty|タヒチ語|Tahitian|tah
        ug|ウイグル語|Uyghur|Uighur|ئۇيغۇرچە|uig
        uk|ウクライナ語|Ukrainian|Українська|ukr
        ur|ウルドゥー語|Urdu|اردو|urd
        uz|ウズベク語|Uzbek|ウズベキスタン語|O'zbek|o‘zbek|uzb
        ve|ベンダ語|Venda|Tshivenḓa|ven
        vi|ベトナム語|Vietnamese|Tiếng Việt|越語|vie
        vo|ヴォラピュク語|Volapük|vol
        wa|ワロン語|Walloon|walon|wln
        wo|ウォロフ語|Wolof|wol
        xh|コサ語|Xhosa|IsiXhosa|xho
        yi|イディッシュ語|Yiddish|ייִדיש|yid
        yo|ヨルバ語|Yoruba|Èdè Yorùbá|yor
        za|チワン語|Zhuang|Vahcuengh|zha
        zh|中国語|Chinese|中文|北京語|Mandarin|普通话|普通話|汉语|漢語|台湾華語|標準中国語|zho|chi
        zu|ズールー語|Zulu|isiZulu|zul
        """
}
