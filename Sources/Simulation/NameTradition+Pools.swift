extension NameTradition {
    /// The traditions by the ISO 639 code of the language.
    static let pools: [(language: String, tradition: NameTradition)] = [
        ("ja", japanese), ("en", english), ("zh", chinese), ("ko", korean), ("vi", vietnamese),
        ("ne", nepali),
        ("tl", filipino), ("pt", portuguese), ("es", spanish), ("fr", french), ("de", german),
        ("uk", ukrainian), ("ru", russian), ("fa", persian), ("ar", arabic), ("my", burmese),
        ("id", indonesian), ("th", thai), ("hi", hindi), ("bn", bengali),
    ]

    static let japanese = NameTradition(
        Script(
            1, .familyFirstIdeographic,
            families: """
                佐藤,鈴木,高橋,田中,伊藤,渡辺,山本,中村,小林,加藤,吉田,山田,佐々木,山口,松本,井上,木村,林,斎藤,清水,\
                山崎,森,池田,橋本,阿部,石川,山下,中島,石井,小川,前田,岡田,長谷川,藤田,後藤,近藤,村上,遠藤,青木,坂本,\
                斉藤,福田,太田,西村,藤井,金子,岡本,藤原,三浦,中野,原田,松田,竹内,小野,田村,中山,和田,石田,森田,上田
                """,
            women: """
                陽子,恵子,京子,洋子,幸子,和子,久美子,由美子,真由美,智子,裕子,明美,直美,恵美,美香,香織,麻衣,愛,彩,千尋,\
                さくら,美咲,葵,結衣,七海,里奈,奈々,真理子,典子,文子,桂子,晴美,優子,綾,早紀,理恵,千春,ひろみ,あゆみ,みどり
                """,
            men: """
                健一,誠,浩,隆,和也,大輔,翔太,拓也,直樹,健太,達也,亮,雄一,博,茂,修,豊,進,勝,正,学,剛,哲也,秀樹,孝,\
                智也,悠斗,蓮,大樹,涼太,一郎,俊介,康平,洋平,義男,昭,清,実,稔,淳
                """))

    static let english = NameTradition(
        Script(
            1, .givenFirst,
            families:
                "Smith,Johnson,Brown,Taylor,Wilson,Davies,Evans,Walker,Clark,Hughes,Murphy,Kelly,Campbell,Reid",
            women: "Emily,Sarah,Jessica,Hannah,Olivia,Rachel,Megan,Laura,Chloe,Grace,Amy,Lucy",
            men: "James,Daniel,Thomas,Matthew,Andrew,Ryan,Joshua,Luke,Adam,Patrick,Sean,Oliver"))

    static let chinese = NameTradition(
        Script(
            80, .familyFirstIdeographic,
            families: "王,李,张,刘,陈,杨,赵,黄,周,吴,徐,孙,马,朱,胡,郭,何,高,罗,郑",
            women: "丽,静,敏,雪,婷,晓燕,丽娜,思琪,雨桐,佳怡,慧,芳,玉兰,梦洁,欣怡",
            men: "伟,强,磊,洋,勇,杰,涛,明,浩然,子轩,志强,建国,宇航,俊,鹏飞"),
        Script(
            20, .givenFirst,
            families: "WANG,LI,ZHANG,LIU,CHEN,YANG,ZHAO,HUANG,ZHOU,WU",
            women: "Li,Jing,Min,Xue,Ting,Xiaoyan,Lina,Siqi,Yutong,Jiayi",
            men: "Wei,Qiang,Lei,Yang,Yong,Jie,Tao,Ming,Haoran,Zixuan"))

    static let korean = NameTradition(
        Script(
            70, .familyFirst,
            families: "KIM,LEE,PARK,CHOI,JUNG,KANG,CHO,YOON,JANG,LIM,HAN,SHIN",
            women: "Ji-young,Min-ji,Soo-jin,Hye-jin,Yuna,Eun-ji,Seo-yeon,Da-hye,Ha-eun,Mi-kyung",
            men: "Min-ho,Ji-hoon,Sung-min,Dong-hyun,Jun-ho,Hyun-woo,Seung-ho,Tae-hyung,Woo-jin,Sang-hoon"),
        Script(
            30, .familyFirstIdeographic,
            families: "김,이,박,최,정,강,조,윤,장,임,한,신",
            women: "지영,민지,수진,혜진,유나,은지,서연,다혜,하은,미경",
            men: "민호,지훈,성민,동현,준호,현우,승호,우진,상훈,재석"))

    static let vietnamese = NameTradition(
        Script(
            60, .familyFirst,
            families: "Nguyễn,Trần,Lê,Phạm,Hoàng,Phan,Vũ,Đặng,Bùi,Đỗ,Hồ,Ngô",
            women:
                "Thị Lan,Thị Hoa,Thị Mai,Thu Hà,Ngọc Anh,Thị Hương,Thanh Thủy,Minh Châu,Thị Linh,Phương Thảo",
            men:
                "Văn Nam,Văn Hùng,Đức Anh,Minh Tuấn,Quang Huy,Văn Dũng,Hoàng Long,Thanh Tùng,Văn Minh,Quốc Bảo"
        ),
        Script(
            40, .familyFirst,
            families: "NGUYEN,TRAN,LE,PHAM,HOANG,PHAN,VU,DANG,BUI,DO,HO,NGO",
            women: "THI LAN,THI HOA,THI MAI,THU HA,NGOC ANH,THI HUONG,THANH THUY,MINH CHAU,THI LINH",
            men: "VAN NAM,VAN HUNG,DUC ANH,MINH TUAN,QUANG HUY,VAN DUNG,HOANG LONG,THANH TUNG,QUOC BAO"))

    static let nepali = NameTradition(
        Script(
            60, .givenFirst,
            families: "Sharma,Shrestha,Gurung,Tamang,Rai,Thapa,Adhikari,Karki,Magar,Poudel,Bhandari,Khadka",
            women: "Sita,Gita,Anita,Sunita,Puja,Asmita,Sabina,Laxmi,Binita,Manisha",
            men: "Ram,Hari,Bikash,Suresh,Dipak,Rajesh,Prakash,Santosh,Bishal,Nabin"),
        Script(
            40, .givenFirst,
            families: "शर्मा,श्रेष्ठ,गुरुङ,तामाङ,राई,थापा,अधिकारी,कार्की,मगर,पौडेल,भण्डारी,खड्का",
            women: "सीता,गीता,अनिता,सुनिता,पूजा,अस्मिता,सविना,लक्ष्मी,विनिता,मनिषा",
            men: "राम,हरि,विकास,सुरेश,दीपक,राजेश,प्रकाश,सन्तोष,विशाल,नविन"))

    static let filipino = NameTradition(
        Script(
            1, .givenFirst,
            families:
                "Santos,Reyes,Cruz,Bautista,Garcia,Mendoza,Flores,Ramos,Castillo,Villanueva,Dela Cruz,Aquino",
            women: "Maria,Angelica,Jennifer,Rosalie,Kristine,Maricel,Joy,Liza,Carmela,Grace",
            men: "Mark,John Paul,Jose,Michael,Ronald,Christian,Angelo,Rico,Jerome,Arnel"))

    static let portuguese = NameTradition(
        Script(
            1, .givenFirst,
            families:
                "Silva,Santos,Oliveira,Souza,Pereira,Costa,Rodrigues,Almeida,Ferreira,Tanaka,Nakamura,Ribeiro",
            women: "Ana,Mariana,Juliana,Fernanda,Camila,Beatriz,Larissa,Patrícia,Letícia,Gabriela",
            men: "João,Pedro,Lucas,Rafael,Felipe,Bruno,Gustavo,Thiago,André,Marcelo"))

    static let spanish = NameTradition(
        Script(
            1, .givenFirst,
            families:
                "García,Martínez,López,González,Rodríguez,Pérez,Sánchez,Ramírez,Torres,Flores,Quispe,Huamán",
            women: "María,Carmen,Lucía,Sofía,Valeria,Daniela,Rosa,Elena,Paula,Andrea",
            men: "José,Luis,Carlos,Miguel,Diego,Javier,Fernando,Jorge,Andrés,Pablo"))

    static let french = NameTradition(
        Script(
            1, .givenFirst,
            families: "Martin,Bernard,Dubois,Thomas,Robert,Petit,Moreau,Laurent,Lefebvre,Roux,Diallo,Traoré",
            women: "Camille,Julie,Claire,Marie,Sophie,Aminata,Léa,Manon,Hélène,Fatou",
            men: "Nicolas,Julien,Pierre,Antoine,Mathieu,Moussa,Hugo,François,Étienne,Ibrahima"))

    static let german = NameTradition(
        Script(
            1, .givenFirst,
            families:
                "Müller,Schmidt,Schneider,Fischer,Weber,Meyer,Wagner,Becker,Schulz,Hoffmann,Koch,Richter",
            women: "Anna,Lena,Julia,Katharina,Sabine,Lea,Johanna,Birgit,Miriam,Svenja",
            men: "Lukas,Jan,Felix,Stefan,Jonas,Matthias,Tobias,Paul,Florian,Jürgen"))

    static let ukrainian = NameTradition(
        Script(
            65, .givenFirst,
            families:
                "Kovalenko,Bondarenko,Tkachenko,Kravchenko,Oliynyk,Melnyk,Lysenko,Marchenko,Rudenko,Savchenko",
            women: "Olena,Iryna,Nataliia,Oksana,Yuliia,Kateryna,Svitlana,Daryna,Sofiia,Halyna",
            men: "Oleksandr,Dmytro,Serhii,Ivan,Mykola,Bohdan,Maksym,Artem,Yurii,Pavlo"),
        Script(
            35, .givenFirst,
            families:
                "Коваленко,Бондаренко,Ткаченко,Кравченко,Олійник,Мельник,Лисенко,Марченко,Руденко,Савченко",
            women: "Олена,Ірина,Наталія,Оксана,Юлія,Катерина,Світлана,Дарина,Софія,Галина",
            men: "Олександр,Дмитро,Сергій,Іван,Микола,Богдан,Максим,Артем,Юрій,Павло"))

    static let russian = NameTradition(
        Script(
            1, .givenFirst,
            families: "Ivanov,Kuznetsov,Popov,Sokolov,Lebedev,Kozlov,Morozov,Volkov,Zaytsev,Pavlov",
            familiesOfWomen:
                "Ivanova,Kuznetsova,Popova,Sokolova,Lebedeva,Kozlova,Morozova,Volkova,Zaytseva,Pavlova",
            women: "Anna,Maria,Ekaterina,Olga,Tatiana,Elena,Daria,Polina,Irina,Alina",
            men: "Alexey,Dmitry,Sergey,Andrey,Ivan,Mikhail,Nikita,Pavel,Roman,Ilya"))

    static let persian = NameTradition(
        Script(
            75, .givenFirst,
            families:
                "Ahmadi,Hosseini,Mohammadi,Karimi,Rahimi,Rezaei,Noori,Hashimi,Sadat,Azizi,Jafari,Moradi",
            women: "Fatima,Zahra,Maryam,Parisa,Leila,Nasrin,Shabnam,Farida,Mina,Samira",
            men: "Mohammad,Ali,Reza,Hassan,Mehdi,Farhad,Omid,Ahmad,Karim,Yusuf"),
        Script(
            25, .givenFirst,
            families: "احمدی,حسینی,محمدی,کریمی,رحیمی,رضایی,نوری,هاشمی,عزیزی,مرادی",
            women: "فاطمه,زهرا,مریم,پریسا,لیلا,نسرین,شبنم,فریده,مینا,سمیرا",
            men: "محمد,علی,رضا,حسن,مهدی,فرهاد,امید,احمد,کریم,یوسف"))

    static let arabic = NameTradition(
        Script(
            1, .givenFirst,
            families: "Al-Masri,Haddad,Khalil,Mansour,Saleh,Nasser,Hamdan,Ibrahim,Othman,Darwish",
            women: "Amina,Layla,Noor,Rania,Hanan,Salma,Yasmin,Dina,Huda,Mariam",
            men: "Omar,Khaled,Youssef,Tariq,Samir,Mahmoud,Bilal,Karim,Ziad,Hussein"))

    static let burmese = NameTradition(
        Script(
            1, .givenFirst,
            families: "Win,Htun,Kyaw,Zaw,Lwin,Myint,Naing,Oo,Soe,Thant",
            women: "Thida,Khin Mar,Su Su,Aye Aye,Hnin,May Thu,Ei Phyu,Nandar,Moe,Yu Yu",
            men: "Aung,Min Thu,Kyaw Swar,Ye,Htet,Thura,Zin Ko,Nay Lin,Si Thu,Wai Yan"))

    static let indonesian = NameTradition(
        Script(
            1, .givenFirst,
            families: "Wijaya,Santoso,Pratama,Saputra,Hidayat,Setiawan,Nugroho,Kusuma,Siregar,Lestari",
            women: "Dewi,Siti,Putri,Ayu,Rina,Indah,Fitri,Nur,Ratna,Wulan",
            men: "Budi,Agus,Dimas,Rizky,Andi,Eko,Hendra,Fajar,Yoga,Bayu"))

    static let thai = NameTradition(
        Script(
            1, .givenFirst,
            families: "Saetang,Srisuk,Wongsa,Chaiyasit,Boonmee,Thongchai,Rattana,Suwan,Kaewkla,Phromma",
            women: "Somying,Malee,Suda,Kanya,Pim,Nittaya,Ploy,Araya,Wipa,Siriporn",
            men: "Somchai,Anan,Prasit,Wichai,Nattapong,Kittisak,Chai,Surasak,Thana,Preecha"))

    static let hindi = NameTradition(
        Script(
            75, .givenFirst,
            families: "Sharma,Kumar,Singh,Patel,Gupta,Verma,Mehta,Joshi,Iyer,Nair,Reddy,Agarwal",
            women: "Priya,Neha,Anjali,Kavita,Pooja,Divya,Sunita,Meera,Shreya,Lakshmi",
            men: "Amit,Rahul,Vijay,Sanjay,Arjun,Rohit,Anil,Deepak,Karthik,Manoj"),
        Script(
            25, .givenFirst,
            families: "शर्मा,कुमार,सिंह,पटेल,गुप्ता,वर्मा,मेहता,जोशी",
            women: "प्रिया,नेहा,अंजलि,कविता,पूजा,दिव्या,मीरा,श्रेया",
            men: "अमित,राहुल,विजय,संजय,अर्जुन,रोहित,अनिल,मनोज"))

    static let bengali = NameTradition(
        Script(
            1, .givenFirst,
            families: "Rahman,Hossain,Islam,Ahmed,Khan,Chowdhury,Das,Roy,Sarkar,Akter",
            women: "Nusrat,Farzana,Sharmin,Taslima,Rupa,Sumaiya,Jannat,Moushumi,Ayesha,Mitu",
            men: "Tanvir,Rakib,Sohel,Arif,Mahmud,Shakil,Imran,Sajib,Nayeem,Zahid"))
}
