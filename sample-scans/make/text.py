"""The Latin-script texts: old works in the public domain, and our own sentences in the style of the time.

Verse is a list of lines; prose is a list of paragraphs, broken into lines by the typesetter.
"""

# Nguyễn Du (1766-1820), Truyện Kiều, lines 1-76.
KIEU = """\
Trăm năm trong cõi người ta,
Chữ tài chữ mệnh khéo là ghét nhau.
Trải qua một cuộc bể dâu,
Những điều trông thấy mà đau đớn lòng.
Lạ gì bỉ sắc tư phong,
Trời xanh quen thói má hồng đánh ghen.
Cảo thơm lần giở trước đèn,
Phong tình cổ lục còn truyền sử xanh.
Rằng năm Gia Tĩnh triều Minh,
Bốn phương phẳng lặng, hai kinh vững vàng.
Có nhà viên ngoại họ Vương,
Gia tư nghĩ cũng thường thường bực trung.
Một trai con thứ rốt lòng,
Vương Quan là chữ, nối dòng nho gia.
Đầu lòng hai ả tố nga,
Thúy Kiều là chị, em là Thúy Vân.
Mai cốt cách, tuyết tinh thần,
Mỗi người một vẻ, mười phân vẹn mười.
Vân xem trang trọng khác vời,
Khuôn trăng đầy đặn, nét ngài nở nang.
Hoa cười ngọc thốt đoan trang,
Mây thua nước tóc, tuyết nhường màu da.
Kiều càng sắc sảo mặn mà,
So bề tài sắc lại là phần hơn.
Làn thu thủy, nét xuân sơn,
Hoa ghen thua thắm, liễu hờn kém xanh.
Một hai nghiêng nước nghiêng thành,
Sắc đành đòi một, tài đành họa hai.
Thông minh vốn sẵn tính trời,
Pha nghề thi họa, đủ mùi ca ngâm.
Cung thương lầu bậc ngũ âm,
Nghề riêng ăn đứt hồ cầm một trương.
Khúc nhà tay lựa nên chương,
Một thiên bạc mệnh lại càng não nhân.
Phong lưu rất mực hồng quần,
Xuân xanh xấp xỉ tới tuần cập kê.
Êm đềm trướng rủ màn che,
Tường đông ong bướm đi về mặc ai.
Ngày xuân con én đưa thoi,
Thiều quang chín chục đã ngoài sáu mươi.
Cỏ non xanh tận chân trời,
Cành lê trắng điểm một vài bông hoa.
Thanh minh trong tiết tháng ba,
Lễ là tảo mộ, hội là đạp thanh.
Gần xa nô nức yến anh,
Chị em sắm sửa bộ hành chơi xuân.
Dập dìu tài tử giai nhân,
Ngựa xe như nước, áo quần như nêm.
Ngổn ngang gò đống kéo lên,
Thoi vàng vó rắc, tro tiền giấy bay.
Tà tà bóng ngả về tây,
Chị em thơ thẩn dan tay ra về.
Bước dần theo ngọn tiểu khê,
Lần xem phong cảnh có bề thanh thanh.
Nao nao dòng nước uốn quanh,
Dịp cầu nho nhỏ cuối ghềnh bắc ngang.
Sè sè nấm đất bên đường,
Rầu rầu ngọn cỏ nửa vàng nửa xanh.
Rằng: Sao trong tiết thanh minh,
Mà đây hương khói vắng tanh thế mà?
Vương Quan mới dẫn gần xa:
Đạm Tiên nàng ấy xưa là ca nhi.
Nổi danh tài sắc một thì,
Xôn xao ngoài cửa hiếm gì yến anh.
Kiếp hồng nhan có mong manh,
Nửa chừng xuân thoắt gãy cành thiên hương.
Có người khách ở viễn phương,
Xa nghe cũng nức tiếng nàng tìm chơi.
Thuyền tình vừa ghé tới nơi,
Thì đà trâm gãy bình rơi bao giờ.
Buồng không lặng ngắt như tờ,
Dấu xe ngựa đã rêu lờ mờ xanh.
Khóc than khôn xiết sự tình:
Khéo vô duyên bấy là mình với ta!
Đã không duyên trước chăng mà,
Thì chi chút đỉnh gọi là duyên sau.""".splitlines()

# Chinh phụ ngâm, the 18th-century Nôm version (Đoàn Thị Điểm or Phan Huy Ích).
CHINH_PHU = """\
Thuở trời đất nổi cơn gió bụi,
Khách má hồng nhiều nỗi truân chuyên.
Xanh kia thăm thẳm tầng trên,
Vì ai gây dựng cho nên nỗi này?
Trống Tràng Thành lung lay bóng nguyệt,
Khói Cam Tuyền mờ mịt thức mây.
Chín tầng gươm báu trao tay,
Nửa đêm truyền hịch định ngày xuất chinh.
Nước thanh bình ba trăm năm cũ,
Áo nhung trao quan vũ từ đây.
Sứ trời sớm giục đường mây,
Phép công là trọng, niềm tây sá nào.
Đường giong ruổi lưng đeo cung tiễn,
Buổi tiễn đưa lòng bận thê noa.
Bóng cờ tiếng trống xa xa,
Sầu lên ngọn ải, oán ra cửa phòng.
Chàng tuổi trẻ vốn dòng hào kiệt,
Xếp bút nghiên theo việc đao cung.
Thành liền mong tiến bệ rồng,
Thước gươm đã quyết chẳng dung giặc trời.
Chí làm trai dặm nghìn da ngựa,
Gieo Thái Sơn nhẹ tựa hồng mao.
Giã nhà đeo bức chiến bào,
Thét roi cầu Vị, ào ào gió thu.
Ngòi đầu cầu nước trong như lọc,
Đường bên cầu cỏ mọc còn non.
Đưa chàng lòng dặc dặc buồn,
Bộ khôn bằng ngựa, thủy khôn bằng thuyền.
Nước trong chảy lòng phiền chẳng rửa,
Cỏ xanh thơm dạ nhớ khó quên.
Nhủ rồi tay lại trao liền,
Bước đi một bước lại vin áo chàng.
Lòng thiếp tựa bóng trăng theo dõi,
Dạ chàng xa tìm cõi Thiên San.
Múa gươm rượu tiễn chưa tàn,
Chỉ ngang ngọn giáo vào ngàn hang beo.
Săn Lâu Lan rằng theo Giới Tử,
Tới Man Khê bàn sự Phục Ba.
Áo chàng đỏ tựa ráng pha,
Ngựa chàng sắc trắng như là tuyết in.""".splitlines()

# Nguyễn Gia Thiều (1741-1798), Cung oán ngâm khúc, lines 1-30.
CUNG_OAN = """\
Trải vách quế gió vàng hiu hắt,
Mảnh vũ y lạnh ngắt như đồng.
Oán chi những khách tiêu phòng,
Mà xui phận bạc nằm trong má đào.
Duyên đã may cớ sao lại rủi,
Nghĩ nguồn cơn dở dói sao đang.
Vì đâu nên nỗi dở dang,
Nghĩ mình mình lại nên thương nỗi mình.
Trộm nhớ thuở gây hình tạo hóa,
Vẻ phù dung một đóa khoe tươi.
Nhụy hoa chưa mỉm miệng cười,
Gấm nàng Ban đã nhạt mùi thu dung.
Áng đào kiểm đâm bông não chúng,
Khóe thu ba gợn sóng khuynh thành.
Bóng gương lấp ló trong mành,
Cỏ cây cũng muốn nổi tình mây mưa.
Chìm đáy nước cá lờ đờ lặn,
Lửng da trời nhạn ngẩn ngơ sa.
Hương trời đắm nguyệt say hoa,
Tây Thi mất vía, Hằng Nga giật mình.
Câu cẩm tú đàn anh họ Lý,
Nét đan thanh bậc chị chàng Vương.
Cờ tiên rượu thánh ai đang,
Lưu Linh, Đế Thích là làng tri âm.
Cầm điếm nguyệt phỏng tầm Tư Mã,
Địch lầu thu đọ gã Tiêu Lang.
Dẫu mà tay múa miệng xang,
Thiên tiên cũng xếp nghê thường trong trăng.
Tài sắc đã vang lừng trong nước,
Bướm ong còn xao xác ngoài hiên.""".splitlines()

# Nguyễn Đình Chiểu (1822-1888), Lục Vân Tiên, its opening in quốc ngữ.
VAN_TIEN = """\
Trước đèn xem truyện Tây minh,
Ngẫm cười hai chữ nhân tình éo le.
Hỡi ai lẳng lặng mà nghe,
Dữ răn việc trước, lành dè thân sau.
Trai thời trung hiếu làm đầu,
Gái thời tiết hạnh là câu trau mình.
Có người ở quận Đông Thành,
Tu nhân tích đức sớm sinh con hiền.
Đặt tên là Lục Vân Tiên,
Tuổi vừa hai tám, nghề chuyên học hành.
Theo thầy nấu sử xôi kinh,
Tháng ngày bao quản sân Trình lao đao.
Văn đà khởi phụng đằng giao,
Võ thêm ba lược sáu thao ai bì.
Xảy nghe mở hội khoa thi,
Vân Tiên vào tạ tôn sư xin về.
Bấy lâu cửa thánh dựa kề,
Đã tươi khí tượng lại xuê tinh thần.
Nay đà gặp hội long vân,
Ai ai mà chẳng lập thân buổi này.
Chí lăm bắn nhạn ven mây,
Danh tôi đặng rạng tiếng thầy bay xa.
Làm trai trong cõi người ta,
Trước lo báo bổ sau là hiển vang.""".splitlines()

# Ca dao: anonymous folk verse.
CA_DAO_LEFT = """\
Công cha như núi Thái Sơn,
Nghĩa mẹ như nước trong nguồn chảy ra.
Một lòng thờ mẹ kính cha,
Cho tròn chữ hiếu mới là đạo con.

Cày đồng đang buổi ban trưa,
Mồ hôi thánh thót như mưa ruộng cày.
Ai ơi bưng bát cơm đầy,
Dẻo thơm một hạt, đắng cay muôn phần.

Bầu ơi thương lấy bí cùng,
Tuy rằng khác giống nhưng chung một giàn.

Nhiễu điều phủ lấy giá gương,
Người trong một nước phải thương nhau cùng.""".splitlines()

CA_DAO_RIGHT = """\
Trong đầm gì đẹp bằng sen,
Lá xanh bông trắng lại chen nhị vàng.
Nhị vàng bông trắng lá xanh,
Gần bùn mà chẳng hôi tanh mùi bùn.

Gió đưa cành trúc la đà,
Tiếng chuông Trấn Vũ, canh gà Thọ Xương.
Mịt mù khói tỏa ngàn sương,
Nhịp chày Yên Thái, mặt gương Tây Hồ.

Thuyền ơi có nhớ bến chăng,
Bến thì một dạ khăng khăng đợi thuyền.

Anh em như thể tay chân,
Rách lành đùm bọc, dở hay đỡ đần.""".splitlines()

# Phạm Duy Tốn (1881-1924), Sống chết mặc bay (1918), its opening.
SONG_CHET = [
    [
        "Gần một giờ đêm. Trời mưa tầm tã. Nước sông Nhị Hà lên to quá; khúc đê làng X, thuộc phủ X, "
        "xem chừng núng thế lắm, hai ba đoạn đã thẩm lậu rồi, không khéo thì vỡ mất.",
        "Dân phu kể hàng trăm nghìn con người, từ chiều đến giờ, hết sức giữ gìn, kẻ thì thuổng, người thì "
        "cuốc, kẻ đội đất, kẻ vác tre, nào đắp, nào cừ, bì bõm dưới bùn lầy ngập quá khuỷu chân, người nào "
        "người nấy lướt thướt như chuột lột. Tình cảnh trông thật là thảm.",
    ],
    [
        "Tuy trống đánh liên thanh, ốc thổi vô hồi, tiếng người xao xác gọi nhau sang hộ, nhưng xem chừng "
        "ai ai cũng mệt lử cả rồi. Ấy vậy mà trên trời thời vẫn mưa tầm tã trút xuống, dưới sông thời nước "
        "cứ cuồn cuộn bốc lên. Than ôi! Sức người khó lòng địch nổi với sức trời! Thế đê không sao cự lại "
        "được với thế nước! Lo thay! Nguy thay! Khúc đê này hỏng mất.",
    ],
]

# Our own sentences: an invented newspaper, and an invented French note on Tonkin.
NEWS = [
    {
        "headline": "NƯỚC SÔNG HỒNG ĐÃ RÚT",
        "columns": [
            [
                "Hà-nội, ngày 15 Octobre. — Từ hôm thứ hai đến nay nước sông Hồng đã rút được hơn hai thước "
                "tây. Các khúc đê ở Gia-lâm, Thanh-trì và Thường-tín đều giữ được vững, không có chỗ nào vỡ.",
                "Quan tỉnh có về tận nơi xem xét, ủy cho các làng phải canh đê cho đến cuối tháng. Dân phu "
                "mỗi người được cấp một ngày hai bơ gạo.",
                "Ruộng thấp còn ngập, song ruộng cao thì lúa đã chín, nhà nông đương sắp sửa gặt.",
            ],
            [
                "Giá gạo. — Gạo trắng ở chợ Đồng-xuân mỗi tạ bán bảy đồng hai hào, gạo đỏ sáu đồng rưỡi, so "
                "với tuần trước hạ được bốn hào.",
                "Tàu thủy. — Chiếc tàu Bạch-đằng ở Hải-phòng chạy ngày thứ bảy, chở hàng vào Sài-gòn, có "
                "ghé bến Đà-nẵng. Ai gửi hàng thì đem ra bến trước năm giờ chiều.",
                "Rao vặt. — Mất một con ngựa ô, trán có đốm trắng. Ai bắt được xin đem lại hàng Bạc số 12, "
                "sẽ hậu tạ.",
            ],
        ],
    },
    {
        "headline": "MỞ THƯ-VIỆN Ở TỈNH-LỴ",
        "columns": [
            [
                "Nam-định. — Các nhà thân-hào trong tỉnh mới hùn nhau lập một tòa thư-viện ở phố Khách. Sách "
                "chữ nho, chữ nôm và quốc-ngữ cả thảy hơn ba nghìn quyển.",
                "Mỗi tuần mở cửa năm ngày, từ tám giờ sáng đến năm giờ chiều. Học trò vào xem không phải "
                "mất tiền, chỉ phải rửa tay cho sạch và không được gấp trang sách.",
            ],
            [
                "Sách mới. — Bản-quán mới nhận được một quyển địa-dư tỉnh Sơn-tây, in bằng giấy bản, chữ rõ, "
                "có bản đồ kèm theo. Giá ba hào.",
                "Mưa gió. — Sáng hôm qua ở Ninh-bình có mưa to, cây đổ ngang đường cái quan, xe cộ phải đợi "
                "đến trưa mới đi được. May không ai việc gì.",
            ],
        ],
    },
]

TONKIN = [
    [
        "En quittant Hà-nội par la porte de l'Est, le voyageur gagne en une heure les rives du Fleuve "
        "Rouge. Les jonques chargées de riz descendent lentement vers Nam-định ; d'autres remontent à la "
        "voile jusqu'à Sơn-tây, où se tient le marché au bois.",
        "Le village de Bát-tràng est célèbre par ses poteries. Les fours s'alignent au bord de l'eau, et "
        "chaque famille garde avec soin le secret de son émail. Le vieux maître Nguyễn Văn Lộc, qui nous "
        "reçut, possédait une grande bibliothèque de livres en caractères, gravés sur bois et imprimés sur "
        "un papier très léger.",
    ],
    [
        "Les planches sont taillées dans le bois du thị, que les vers n'attaquent point. Un bon graveur "
        "achève une page en trois jours ; l'imprimeur peut ensuite tirer plusieurs milliers de feuilles "
        "avant que le trait ne s'émousse.",
        "On nous montra aussi un exemplaire du Kim Vân Kiều, copié à la main par un lettré de Bắc-ninh. "
        "Les marges étaient couvertes de notes à l'encre rouge. Notre hôte, Monsieur Trần Đình Phúc, en "
        "récita de mémoire les premiers vers, et les enfants, assis sur la natte, les répétaient après lui.",
    ],
]
