import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"素材库管理","description":"素材库：可发送的文本、图片、链接和文件。","frontmatter":{"title":"素材库管理","description":"素材库：可发送的文本、图片、链接和文件。","layout":"category","view":{"title":"素材库管理","description":"素材库：可发送的文本、图片、链接和文件。","operations":[{"id":"materialLibraryAdd","title":"新增素材","method":"POST","path":"/open-api/material_library/add","call":"materialLibrary.add"},{"id":"materialLibraryGroupAdd","title":"新建素材分组","method":"POST","path":"/open-api/material_library/group/add","call":"materialLibrary.groupAdd"},{"id":"materialLibraryGroupDelete","title":"删除素材分组","method":"POST","path":"/open-api/material_library/group/delete","call":"materialLibrary.groupDelete"},{"id":"materialLibraryGroupList","title":"素材分组列表","method":"GET","path":"/open-api/material_library/group/list","call":"materialLibrary.groupList"},{"id":"materialLibraryGroupUpdate","title":"修改素材分组","method":"POST","path":"/open-api/material_library/group/update","call":"materialLibrary.groupUpdate"},{"id":"materialLibraryList","title":"获取素材库列表","method":"GET","path":"/open-api/material_library/list","call":"materialLibrary.list"},{"id":"materialLibraryRemove","title":"删除素材","method":"POST","path":"/open-api/material_library/remove","call":"materialLibrary.remove"},{"id":"materialLibraryTagAdd","title":"添加素材库标签","method":"POST","path":"/open-api/material_library/tag/add","call":"materialLibrary.tagAdd"},{"id":"materialLibraryTagList","title":"获取素材库标签列表","method":"GET","path":"/open-api/material_library/tag/list","call":"materialLibrary.tagList"},{"id":"materialLibraryTagRemove","title":"删除素材库标签","method":"POST","path":"/open-api/material_library/tag/remove","call":"materialLibrary.tagRemove"},{"id":"materialLibraryUpdate","title":"更新素材","method":"POST","path":"/open-api/material_library/update","call":"materialLibrary.update"}]}},"headers":[],"relativePath":"categories/materials.md","filePath":"categories/materials.md"}');
const _sfc_main = { name: "categories/materials.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/materials.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const materials = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  materials as default
};
